#!/bin/sh
# manual.sh - the manual page without a remark of mandoc. Last line "N passed,
# N failed".
if said=$(mandoc -Tlint src/cli/kernsatz.1 2>&1) && [ -z "$said" ]; then
    echo "manual: 1 passed, 0 failed"
else
    echo "$said"
    echo "manual: 0 passed, 1 failed"
    exit 1
fi

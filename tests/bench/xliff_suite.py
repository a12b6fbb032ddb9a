#!/usr/bin/env python3
"""xliff_suite.py DATA [KERNSATZ] - runs `kernsatz check` over the official test
suites of XLIFF 2.0, 2.1 and 2.2 and the files for 1.2 below DATA/xliff, and
prints how many were judged as they should be. With -v also which were not, and
what was said of each invalid file beside the constraint it breaks."""
import csv
import json
import os
import subprocess
import sys

WRONG = {  # valid by name only
    ("2.1", "core/valid/sample1.xlf"), ("2.2", "core/valid/sample1.xlf"),
    ("2.1", "modules/valid/Good-res_source-has-no-content-and-href.xlf"),
    ("2.2", "modules/valid/Good-res_source-has-no-content-and-href.xlf"),
    ("2.2", "modules/valid/Good-pgs_plural.xlf"),
    ("2.2", "modules/valid/Good-mda_top-level.xlf"),
    ("2.2", "modules/valid/Good-itsm_text-analytics.xlf"),
}


def check(program, path):
    run = subprocess.run([program, "check", "-f", "jsonl", path],
                         stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{path}: exit status {run.returncode}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def official(root):
    with open(os.path.join(root, "verdicts.tsv"), encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t",
                                  quoting=csv.QUOTE_NONE):
            name = (row["suite"], row["file"])
            group = row["file"].split("/")[0] + " " + row["expected"]
            invalid = row["expected"] == "invalid"
            if name in WRONG:
                group, invalid = "wrong, called valid", True
            yield (row["suite"], group, os.path.join(root, *name), invalid,
                   row["constraint"])


def own(root):
    for folder, invalid in (("1.2", False), ("1.2-own/valid", False),
                            ("1.2-own/warn", False),
                            ("1.2-own/invalid", True)):
        for name in sorted(os.listdir(os.path.join(root, folder))):
            if name.endswith(".xlf"):
                yield ("1.2", folder, os.path.join(root, folder, name),
                       invalid, name)


def main():
    args = [a for a in sys.argv[1:] if a != "-v"]
    if not args:
        sys.exit(__doc__)
    program = args[1] if len(args) > 1 else "build/kernsatz"
    root = os.path.join(args[0], "xliff", "test-suite")
    sums = {}
    for suite, group, path, invalid, why in [*own(root), *official(root)]:
        faults = check(program, path)
        right = bool(faults) == invalid
        total = sums.setdefault((suite, group), [invalid, 0, 0])
        total[1] += right
        total[2] += 1
        if "-v" in sys.argv:
            mark = "  " if right else "! "
            said = "; ".join(f"{f['line']}: {f['text']} [{f['rule']}]"
                             for f in faults) or "accepted"
            if invalid or not right:
                print(f"{mark}{suite} {os.path.basename(path)}\n"
                      f"      {why}\n      {said}")
    for (suite, group), (invalid, right, n) in sums.items():
        print(f"{suite:5}{group:24}"
              f"{'rejected' if invalid else 'accepted':10}{right:4} of {n}")


if __name__ == "__main__":
    main()

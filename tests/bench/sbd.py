#!/usr/bin/python3
"""sbd.py [--errors] [--wrap N] [--cmd CMD] GOLD...

How well sentences are found. GOLD: one sentence a line, an empty line between
paragraphs. The text is made from it (a paragraph a line; --wrap: broken at N
columns), given to CMD (build/kernsatz split), and the boundaries are compared
as offsets that count everything but white space. The ends of paragraphs are
given and do not count. --errors prints each wrong one in its context: + was put
where none is, - is missing."""
import argparse
import resource
import subprocess
import textwrap


def solid(text):
    return ''.join(text.split())


def read_gold(name):
    with open(name, encoding='utf8') as f:
        parts = f.read().split('\n\n')
    paragraphs = [[s.strip() for s in p.split('\n') if s.strip()]
                  for p in parts]
    return [p for p in paragraphs if p]


def raw(paragraphs, wrap):
    lines = [' '.join(p) for p in paragraphs]
    if wrap:
        lines = ['\n'.join(textwrap.wrap(p, wrap, break_long_words=False,
                                         break_on_hyphens=False))
                 for p in lines]
    return '\n\n'.join(lines) + '\n'


def boundaries(sentences):
    found, at = set(), 0
    for sentence in sentences:
        at += len(solid(sentence))
        found.add(at)
    return found


def paragraph_ends(paragraphs):
    return boundaries([' '.join(p) for p in paragraphs])


def show(text, wrong, found):
    place = [i for i, c in enumerate(text) if not c.isspace()]
    for at in sorted(wrong):
        i = place[at - 1] + 1
        print('  %s %s ## %s' % ('+' if at in found else '-',
                                 text[max(0, i - 50):i].replace('\n', ' '),
                                 text[i:i + 50].strip().replace('\n', ' ')))


def score(name, args):
    paragraphs = read_gold(name)
    text = raw(paragraphs, args.wrap)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    out = subprocess.run(args.cmd, shell=True, input=text.encode(),
                         stdout=subprocess.PIPE, check=True).stdout.decode()
    user = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    if solid(out) != solid(text):
        raise SystemExit('%s: the output is not the input' % name)
    given = paragraph_ends(paragraphs)
    gold = boundaries([s for p in paragraphs for s in p]) - given
    found = boundaries(out.split('\n')) - given
    right = len(gold & found)
    print('%-24s %6d boundaries  +%-4d -%-4d F1 %.4f  %.2f s' % (
        name.split('/')[-1], len(gold), len(found) - right, len(gold) - right,
        2 * right / max(1, len(gold) + len(found)), user))
    if args.errors:
        show(' '.join(s for p in paragraphs for s in p), gold ^ found, found)
    return right, len(gold), len(found)


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument('--errors', action='store_true')
    options.add_argument('--wrap', type=int, default=0)
    options.add_argument('--cmd', default='build/kernsatz split')
    options.add_argument('gold', nargs='+')
    args = options.parse_args()
    sums = [sum(column) for column in
            zip(*(score(name, args) for name in args.gold))]
    if len(args.gold) > 1:
        print('pooled F1 %.4f' % (2 * sums[0] / max(1, sums[1] + sums[2])))


main()

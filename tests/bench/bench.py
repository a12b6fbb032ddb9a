#!/usr/bin/env python3
"""bench.py BUILD DATA [PART]...

Measures BUILD/kernsatz on a folder of test data, DATA, that holds data/ and
tools/. PART: split, speed, brief, rouge, intake, load; all without. Times are
of the processor, user and system; the least of three runs."""
import json
import os
import random
import resource
import subprocess
import sys
from glob import glob

BUILD, DATA = (os.path.abspath(p) for p in sys.argv[1:3])
HERE = os.path.dirname(os.path.abspath(__file__))
WORK = os.path.join(BUILD, 'bench')
PROGRAM = os.path.join(BUILD, 'kernsatz')
SCORERS = ('kernsatz', 'textrank', 'lead')


def data(*parts):
    return os.path.join(DATA, 'data', *parts)


def tool(name, *args):
    """The output of DATA/tools/NAME; its exit status is no matter."""
    done = subprocess.run([sys.executable, os.path.join(DATA, 'tools', name),
                           *args], stdout=subprocess.PIPE, text=True)
    return done.stdout


def read(name):
    with open(name, encoding='utf8', errors='replace') as f:
        return f.read()


def write(name, text):
    path = os.path.join(WORK, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf8') as f:
        f.write(text)
    return path


def run(command, given=None, times=3):
    """Seconds of user time, of user and system, and the peak in MB."""
    best = None
    for _ in range(times):
        with open(given or os.devnull, 'rb') as f:
            p = subprocess.Popen(command, stdin=f, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
            _, status, used = os.wait4(p.pid, 0)
            p.returncode = os.waitstatus_to_exitcode(status)
        if p.returncode not in (0, 1):
            raise SystemExit('exit %d: %s' % (p.returncode, command[:6]))
        took = (used.ru_utime, used.ru_utime + used.ru_stime,
                used.ru_maxrss / 1024)
        best = min(best or took, took, key=lambda t: t[1])
    return best


# ---- split: boundaries and hard cases -------------------------------------

def split():
    gold = sorted(glob(data('sbd', '*-dev.gold')))
    command = PROGRAM + ' split'
    for wrap in ([], ['--wrap', '72']):
        print('sentences' + (', lines of 72' if wrap else ''), flush=True)
        subprocess.run([sys.executable, os.path.join(HERE, 'sbd.py'), '--cmd',
                        command, *wrap, *gold], check=True)
    for name in ('challenge-dev.json', 'golden-mit.json'):
        print(name)
        print('  ' + tool('score_golden.py', data('sbd', name), command),
              end='')


def speed():
    text = read(data('sbd', 'news-dev.txt'))
    size = 40 * 1000 * 1000
    text *= size // len(text.encode()) + 1
    path = write('news.txt', text)
    size = os.path.getsize(path) / 1e6
    rows = [('kernsatz', [PROGRAM, 'split'])]
    icu = os.path.join(WORK, 'icu')
    if os.path.exists(icu):
        rows.append(('ICU', [icu]))
    else:
        print('speed: no ICU here (libicu-dev), so it is not compared')
    for name, command in rows:
        user, both, peak = run(command, path)
        print('split %-9s %6.1f MB/s user  %5.2f s  %4.0f MB' %
              (name, size / user, both, peak))
    os.remove(path)


# ---- brief: against facts and references ------------------------------------

BRIEF = {
    'recall': lambda r: r['recall'],
    'vs gold': lambda r: r['vs_gold'],
    'vs oracle': lambda r: r['vs_oracle'],
    'length': lambda r: r['length_use'],
    'must -': lambda r: len(r['must_missing']),
    'lead': lambda r: r['lead_units'],
    'junk': lambda r: len(r['forbidden']) + len(r['soft']),
    'redund': lambda r: len(r['redundant']),
    'dangling': lambda r: len(r['dangling']) - r['dangling_explained'],
    'attr': lambda r: r['attribution']['precision'],
    'also': lambda r: r['attribution']['also_recall'],
    'origin': lambda r: r['attribution']['origin_right'],
    'flagged': lambda r: r['conflicts']['flagged'],
    'of': lambda r: r['conflicts']['touched'],
    'false': lambda r: r['conflicts']['false'],
    'days': lambda r: r['time_words']['right'],
}


def story(folder, scorer, words):
    out = os.path.join(WORK, 'brief.xlf')
    with open(os.path.join(folder, 'gold.json'), encoding='utf8') as f:
        files = [s['file'] for s in json.load(f)['sources']]
    subprocess.run([PROGRAM, 'brief', '-q', '-w', str(words), '-o', out,
                    '--scorer=' + scorer] +
                   [os.path.join(folder, f) for f in files])
    return json.loads(tool('score_brief.py', folder + '/gold.json', out,
                           '--sources', folder, '--max-words', str(words),
                           '--json'))


def brief():
    folders = sorted(os.path.dirname(g) for g in
                     glob(data('briefs', '*', 'gold.json')))
    print('%-13s' % 'means' + ''.join('%10s' % k for k in BRIEF))
    for words in (120, 200):
        for scorer in SCORERS:
            rows = [story(f, scorer, words) for f in folders]
            means = [sum(get(r) or 0 for r in rows) / len(rows)
                     for get in BRIEF.values()]
            print('%-8s %4d' % (scorer, words) +
                  ''.join('%10.3f' % m for m in means), flush=True)
    # The tool takes every record with a text for a sentence of the brief.
    shorter = write('brief.sh', '#!/bin/sh\n"%s" "$@" | grep -v \'^{"kind":'
                    '"left"\'\n' % PROGRAM)
    print(tool('score_subsets.py', 'sh ' + shorter, *folders), end='')


def rouge():
    keys = ('obj', 'R1F', 'R2F', 'RLF')
    print('%-19s' % '' + ''.join('%8s' % k for k in keys))
    for name in ('mds', 'zeit', 'wikinews'):
        runs = [a for s in SCORERS for a in
                ('--run', '%s brief -f jsonl --scorer=%s --words={words} '
                          '{files}' % (PROGRAM, s))]
        out = tool('score_rouge.py', data('summ', name), '--lead', *runs,
                   '--every', '4', '--json')
        for system, row in zip(('LEAD',) + SCORERS, out.splitlines()):
            row = json.loads(row)
            print('%-9s %-9s' % (name, system) +
                  ''.join('%8.4f' % row[k] for k in keys), flush=True)


# ---- intake -------------------------------------------------------------------

def intake():
    folder = os.path.join(WORK, 'intake')
    packed = data('intake', 'html', 'pages.tar.xz')
    os.makedirs(folder, exist_ok=True)
    for name in glob(data('intake', 'html', '*.json')):
        write('intake/' + os.path.basename(name), read(name))
    if not os.path.isdir(os.path.join(folder, 'pages')):
        subprocess.run(['tar', '-xJf', packed, '-C', folder], check=True)
    print(tool('score_intake.py', folder, PROGRAM), end='')


# ---- load: time and memory ----------------------------------------------------

def sources():
    return sorted(glob(data('summ', '*', '*', 'sources', '*.txt')))


def ratio(files):
    count = run(['env', 'LC_ALL=C.UTF-8', 'wc', '-w', *files])[1]
    size = sum(os.path.getsize(f) for f in files) / 1e6
    print('%d articles, %.1f MB; wc -w: %.3f s' % (len(files), size, count))
    for command in ('brief', 'pick', 'clean'):
        _, both, peak = run([PROGRAM, command, '-q', *files])
        print('%-6s %6.2f s  %5.1f times wc  %4.0f MB' %
              (command, both, both / count, peak))


def large(n):
    """One brief from N sentences that differ, in articles of 50."""
    lines = [s for f in sources() for s in read(f).split('\n')[2:] if s]
    lines = sorted(set(lines))
    random.Random(1).shuffle(lines)
    words = [w for s in lines for w in s.split()]
    made = random.Random(2)
    while len(lines) < n:  # more than there are: each third word another
        lines.append(' '.join(made.choice(words) if i % 3 == 1 else w for i, w
                              in enumerate(lines[made.randrange(20000)]
                                           .split())))
    files = [write('large/%05d.txt' % i,
                   '\n\n'.join(lines[i:i + 50]) + '\n')
             for i in range(0, n, 50)]
    _, both, peak = run([PROGRAM, 'brief', '-q', *files])
    print('brief of %d sentences: %.2f s  %.0f MB' % (n, both, peak))


def load():
    ratio(sources()[:1000])
    for n in (20000, 100000):
        large(n)


PARTS = (split, speed, brief, rouge, intake, load)


def main():
    wanted = sys.argv[3:]
    os.makedirs(WORK, exist_ok=True)
    for part in PARTS:
        if not wanted or part.__name__ in wanted:
            print('\n== ' + part.__name__, flush=True)
            part()


main()

package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
)

// A report is what one file held. It is a [fix.Sink] that counts, and hands
// on to another sink if there is one.
type report struct {
	name    string
	next    fix.Sink
	dump    *dump.Stats // nil for plain text
	stats   fix.Stats
	changed bool // what came out differs from what went in
	untidy  bool // --tidy left something where what it puts might mean something
	likely  int64
	lost    int64
	stays   int64            // damaged values that must stay
	decoded int64            // bytes that were not UTF-8 and were decoded
	kept    int64            // bytes that are not UTF-8 and were kept
	bad     int64            // bytes that the encoding named by the user does not have
	byPath  map[string]int64 // repairs by the path that they undo
}

var _ fix.Counter = (*report)(nil)

func (r *report) Repair(at fix.Position, x fix.Repair) {
	r.Count(x.Path, 1)
	if r.next != nil {
		r.next.Repair(at, x)
	}
}

// Counts tells whether nobody but the report wants to know of repairs.
func (r *report) Counts() bool { return r.next == nil }

// Count counts repairs that undo a path.
func (r *report) Count(path string, repairs int) {
	if r.byPath == nil {
		r.byPath = map[string]int64{}
	}
	r.byPath[path] += int64(repairs)
}

func (r *report) Suspect(at fix.Position, x fix.Suspect) {
	if x.Verdict == fix.Lost {
		r.lost++
	} else {
		r.likely++
	}
	if r.next != nil {
		r.next.Suspect(at, x)
	}
}

func (r *report) Note(at fix.Position, n fix.Note) {
	switch n.Kind {
	case fix.NotUTF8:
		r.kept += n.Length
	case fix.Decoded:
		r.decoded += n.Length
	case fix.Undecodable:
		r.bad += n.Length
	}
	if r.next != nil {
		r.next.Note(at, n)
	}
}

// remark says on w what the user should know about a file that was repaired.
// In a filter that is nothing, or a line.
func (s *settings) remark(w io.Writer, name string, r *report) {
	if s.quiet {
		return
	}
	name = printable(name)
	if suspects := r.likely + r.lost; suspects > 0 {
		fmt.Fprintf(w, "unbake: %s: %s left as %s; unbake check lists %s%s\n", name,
			count(suspects, "suspect"), choose(suspects == 1, "it is", "they are"), choose(suspects == 1, "it", "them"), s.likelyHint(r))
	}
	if r.kept > 0 {
		fmt.Fprintf(w, "unbake: %s: %s not UTF-8, kept as %s; --input-encoding auto decodes %s\n", name,
			count(r.kept, "byte"), choose(r.kept == 1, "it is", "they are"), choose(r.kept == 1, "it", "them"))
	}
	if r.bad > 0 {
		fmt.Fprintf(w, "unbake: %s: %s not %s, U+FFFD stands for %s in the output\n", name,
			count(r.bad, "byte"), s.input, choose(r.bad == 1, "it", "them"))
	}
	if r.untidy {
		fmt.Fprintf(w, "unbake: %s: --tidy left what stands in tags, in code, and in what looks like data: what it puts may mean something there\n", name)
	}
	if s.verbose && r.changed {
		fmt.Fprintf(w, "unbake: %s: %s\n", name, count(r.stats.Repairs, "repair"))
	}
}

func (s *settings) likelyHint(r *report) string {
	switch {
	case r.likely == 0 || s.level == fix.Likely:
		return ""
	case r.lost == 0:
		return ", --level likely repairs " + choose(r.likely == 1, "it", "them")
	}
	return fmt.Sprintf(", --level likely repairs %d", r.likely)
}

// Totals add up the reports of all files.
type totals struct {
	mu       sync.Mutex
	files    int64
	changed  int64
	skipped  int64
	failed   int64
	findings int64
	sum      report
	dumps    []dumpReport
	reports  []fileReport
}

// add counts a file in.
func (t *totals) add(r *report) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.files++
	if r.changed {
		t.changed++
	}
	if r.dump != nil {
		t.dumps = append(t.dumps, dumpReport{r.name, oddName(r.name), r.dump})
	}
	t.note(r)
	s, f := &t.sum.stats, r.stats
	s.BytesIn += f.BytesIn
	s.BytesOut += f.BytesOut
	s.Lines += f.Lines
	s.Repairs += f.Repairs
	s.Suspects += f.Suspects
	t.sum.likely += r.likely
	t.sum.lost += r.lost
	t.sum.stays += r.stays
	t.sum.decoded += r.decoded
	t.sum.kept += r.kept
	t.sum.bad += r.bad
	for path, n := range r.byPath {
		if t.sum.byPath == nil {
			t.sum.byPath = map[string]int64{}
		}
		t.sum.byPath[path] += n
	}
}

func (t *totals) skip() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.skipped++
}

func (t *totals) found(n int64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.findings += n
}

// fail counts the failure of a file and prints it on w.
func (t *totals) fail(w io.Writer, name string, err error) {
	var out *outputError
	if errors.As(err, &out) {
		return // it ends the command, which reports it
	}
	t.mu.Lock()
	t.failed++
	t.reports = append(t.reports, fileReport{File: name, FileBytes: oddName(name), Error: err.Error()})
	t.mu.Unlock()
	complainTo(w, err)
}

// inFiles says in how many files something was, where there were several.
func (t *totals) inFiles() string {
	if t.files == 1 {
		return ""
	}
	return fmt.Sprintf(" in %d of %d files", t.changed, t.files)
}

// print writes the counts of --stats.
func (t *totals) print(w io.Writer) {
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	line := func(n int64, what string) { fmt.Fprintf(tab, "%d\t %s\n", n, what) }
	line(t.files, "files read")
	line(t.changed, "of them changed, or would be")
	line(t.skipped, "binary files left out")
	line(t.failed, "failures")
	line(t.sum.stats.Lines, "lines")
	line(t.sum.stats.BytesIn, "bytes in")
	line(t.sum.stats.BytesOut, "bytes out")
	line(t.sum.kept, "bytes not UTF-8, kept")
	line(t.sum.decoded, "bytes not UTF-8, decoded")
	line(t.sum.bad, "bytes that could not be decoded")
	line(t.sum.likely, "suspects, likely")
	line(t.sum.lost, "suspects, lost")
	line(t.sum.stats.Repairs, "repairs")
	for _, path := range byCount(t.sum.byPath) {
		line(t.sum.byPath[path], "  "+describePath(path))
	}
	tab.Flush()
	for _, d := range t.sortedDumps() {
		d.print(w)
	}
}

// byCount returns the keys of m, largest value first, then by name.
func byCount(m map[string]int64) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if m[a] != m[b] {
			return int(m[b] - m[a])
		}
		return strings.Compare(a, b)
	})
	return keys
}

// count is a number and a noun: "1 file", "2 files".
func count(n int64, noun string) string {
	return fmt.Sprintf("%d %s", n, choose(n == 1, noun, noun+"s"))
}

func choose(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}

package integration

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
)

// A record is a row as a server has it: its text columns, then its binary ones.
type record struct {
	text   [3]string // title, body, meta
	binary [3]string // data, mark and what a flavour adds
}

// A table is a server's table by id.
type table map[int]record

// truth is what is meant to stand in the table.
func truth(list []row) table {
	t := table{}
	for _, r := range list {
		t[r.id] = record{
			text:   [3]string{r.title, r.body, r.meta},
			binary: [3]string{string(r.data), string(r.mark)},
		}
	}
	return t
}

// readTable parses what a client prints for id and columns as hexadecimal
// digits, between tabs.
func readTable(out []byte) (table, error) {
	t := table{}
	for line := range strings.Lines(string(out)) {
		var r record
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		var id int
		if _, err := fmt.Sscan(fields[0], &id); err != nil || len(fields) != 6 {
			return nil, fmt.Errorf("not a row: %q", line)
		}
		for i, f := range fields[1:] {
			b, err := hex.DecodeString(f)
			if err != nil {
				return nil, fmt.Errorf("row %d: %w", id, err)
			}
			if i < len(r.text) {
				r.text[i] = string(b)
			} else {
				r.binary[i-len(r.text)] = string(b)
			}
		}
		t[id] = r
	}
	return t, nil
}

// A score says what became of the rows of one flavour.
type score struct {
	flavour string
	rows    int
	// broken rows had a text column that was not what was meant. Of them
	// repaired are as meant in all, wrong has a column that is neither as meant
	// nor as it was, and left is the rest.
	broken, repaired, wrong, left int
	// lost rows have a column in which the server replaced bytes; they count
	// in no other number. lostChanged of them are no longer as they were.
	lost, lostChanged int
	// What must not happen.
	damaged, binary, missing int
	// serialized values that PHP does not read, of those that it was given.
	serialized, phpFails int
	examples             []string
}

// judge compares the rows as they were meant, as they were damaged, and as they
// were loaded.
func judge(t *testing.T, flavour string, meant, was, got table) *score {
	t.Helper()
	s := &score{flavour: flavour, rows: len(meant)}
	var php []string
	for _, id := range slices.Sorted(maps.Keys(was)) {
		m, w := meant[id], was[id]
		g, ok := got[id]
		if !ok {
			s.missing++
			continue
		}
		if g.binary != w.binary || w.binary[0] != m.binary[0] || w.binary[1] != m.binary[1] {
			s.binary++
			s.example("binary", id, m.binary[0], w.binary[0], g.binary[0])
		}
		if strings.HasPrefix(m.text[2], "a:") && !lossy(m.text, w.text) {
			php = append(php, g.text[2])
		}
		s.row(id, m, w, g)
	}
	s.missing += len(meant) - len(was)
	s.serialized = len(php)
	s.phpFails = phpFails(t, php)
	return s
}

// row counts one row.
func (s *score) row(id int, m, w, g record) {
	switch {
	case lossy(m.text, w.text):
		s.lost++
		if g.text != w.text {
			s.lostChanged++
		}
	case w.text == m.text:
		if g.text != m.text {
			s.damaged++
			s.differ("damaged", id, m, w, g)
		}
	default:
		s.broken++
		wrong := false
		for i := range g.text {
			wrong = wrong || g.text[i] != m.text[i] && g.text[i] != w.text[i]
		}
		switch {
		case g.text == m.text:
			s.repaired++
		case wrong:
			s.wrong++
			s.differ("wrong", id, m, w, g)
		default:
			s.left++
			s.differ("left", id, m, w, g)
		}
	}
}

// lossy tells whether the server wrote question marks for what it could not
// hold.
func lossy(meant, was [3]string) bool {
	for i := range was {
		if strings.Count(was[i], "?") > strings.Count(meant[i], "?") {
			return true
		}
	}
	return false
}

func (s *score) differ(what string, id int, m, w, g record) {
	for i := range m.text {
		if g.text[i] != m.text[i] {
			s.example(what, id, m.text[i], w.text[i], g.text[i])
		}
	}
}

// example keeps a few rows of each kind for the log.
func (s *score) example(what string, id int, m, w, g string) {
	const most = 6
	n := 0
	for _, e := range s.examples {
		if strings.HasPrefix(e, what) {
			n++
		}
	}
	if n < most || os.Getenv("UNBAKE_EXAMPLES") != "" {
		s.examples = append(s.examples, fmt.Sprintf("%s: row %d: meant %q, was %q, loaded %q", what, id, m, w, g))
	}
}

// A floor is what a flavour must reach: measured, then rounded to what is worse.
// What is not here has no room: no row that was right may change, no binary
// column, nothing may fail to load.
type floor struct {
	repaired float64 // at least, in percent of the broken rows
	wrong    int     // at most
	php      int     // at most, of those that PHP must read
}

// exact is the floor of what came back in all rows.
var exact = floor{repaired: 100}

// check reports the score and fails below the floor.
func (s *score) check(t *testing.T, f floor) {
	t.Helper()
	percent := 100.0
	if s.broken > 0 {
		percent = 100 * float64(s.repaired) / float64(s.broken)
	}
	report.add(fmt.Sprintf("%-38s %5d %6d %8.2f%% %5d %5d %5d/%-5d %7d %6d %7d %4d/%d", s.flavour, s.rows, s.broken, percent,
		s.wrong, s.left, s.lostChanged, s.lost, s.damaged, s.binary, s.missing, s.phpFails, s.serialized))
	for _, e := range s.examples {
		t.Log(e)
	}
	if s.broken == 0 {
		t.Error("no row was damaged")
	}
	if s.damaged > 0 || s.binary > 0 || s.missing > 0 {
		t.Errorf("%d right rows damaged, %d binary values changed, %d rows missing, want none", s.damaged, s.binary, s.missing)
	}
	if percent < f.repaired {
		t.Errorf("%.2f%% of broken rows repaired, want at least %.2f%%", percent, f.repaired)
	}
	if s.wrong > f.wrong {
		t.Errorf("%d rows wrong, want at most %d", s.wrong, f.wrong)
	}
	if s.phpFails > f.php {
		t.Errorf("PHP does not read %d of %d values, want at most %d", s.phpFails, s.serialized, f.php)
	}
}

// report collects the lines of all flavours, in the order in which they end.
var report reportLines

type reportLines struct {
	mu    sync.Mutex
	lines []string
}

func (r *reportLines) add(line string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lines = append(r.lines, line)
}

// print writes the table, where there is one.
func (r *reportLines) print() {
	if len(r.lines) == 0 {
		return
	}
	fmt.Printf("%-38s %5s %6s %9s %5s %5s %11s %7s %6s %7s %s\n", "flavour", "rows", "broken", "repaired",
		"wrong", "left", "changed/lost", "damaged", "binary", "missing", "php fails")
	for _, line := range r.lines {
		fmt.Println(line)
	}
}

// repair is a dump through a Fixer that learns from the values of its first
// megabytes, as the command's does, twice: the second pass must change nothing.
func repair(t *testing.T, in []byte, opts ...dump.Option) []byte {
	t.Helper()
	fixer, err := fix.New(fix.Values())
	if err != nil {
		t.Fatal(err)
	}
	sample, err := dump.Texts(context.Background(), bytes.NewReader(in[:min(len(in), 4<<20)]), fix.MaxSample, opts...)
	if err != nil {
		t.Fatal(err)
	}
	fixer = fixer.Learn(sample...)
	cell := func(c *dump.Cell) (string, bool) {
		out := fixer.String(c.Text)
		return out, out != c.Text
	}
	pass := func(in []byte, workers int) []byte {
		var out bytes.Buffer
		stats, err := dump.Copy(context.Background(), &out, bytes.NewReader(in), cell, append(opts, dump.Repairs(), dump.Workers(workers), dump.Clean(fixer.Clean))...)
		if err != nil {
			t.Fatal(err)
		}
		if len(stats.Problems) > 0 {
			t.Errorf("%d problems, first: %v", len(stats.Problems), stats.Problems[0])
		}
		return out.Bytes()
	}
	once := pass(in, 2)
	if twice := pass(once, 1); !bytes.Equal(once, twice) {
		i := 0
		for i < min(len(once), len(twice)) && once[i] == twice[i] {
			i++
		}
		t.Errorf("a second pass changes byte %d: %q is %q", i, around(once, i), around(twice, i))
	}
	return once
}

func around(b []byte, i int) []byte { return b[max(0, i-40):min(len(b), i+40)] }

// phpReads prints a line for each value on its input: whether unserialize reads
// it and serialize gives it back.
const phpReads = `while (($l = fgets(STDIN)) !== false) { $s = base64_decode(trim($l));
$v = @unserialize($s); echo $v !== false && serialize($v) === $s ? "same\n" : "fails\n"; }`

// phpFails has PHP read serialized values and counts those that it does not.
func phpFails(t *testing.T, values []string) int {
	t.Helper()
	if len(values) == 0 {
		return 0
	}
	var in bytes.Buffer
	for _, v := range values {
		in.WriteString(base64.StdEncoding.EncodeToString([]byte(v)) + "\n")
	}
	out, err := client(in.Bytes(), nil, "php", "-n", "-r", phpReads)
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(out, []byte("\n")); n != len(values) {
		t.Fatalf("php read %d of %d values", n, len(values))
	}
	return bytes.Count(out, []byte("fails"))
}

package integration

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
)

// TestMySQLHalves appends to damaged values over a connection that tells the
// truth: half of a value is damaged, half is not, and the two must part.
func TestMySQLHalves(t *testing.T) {
	need(t, noMySQL)
	needCommand(t, "php")
	list := rows(600)
	mysqlDamage(t, "halves", "utf8mb4", "latin1", latin1Path, list)
	var later bytes.Buffer
	for i := range list {
		more := "\n— " + pick(shorts[list[i].lang], i)
		list[i].body += more
		fmt.Fprintf(&later, "UPDATE items SET body = CONCAT(body, %s) WHERE id = %d;\n", mysqlQuote(more), list[i].id)
	}
	mysql(t, "halves", "utf8mb4", later.Bytes())
	was := mysqlRead(t, "halves")
	got := mysqlLoad(t, "utf8mb4", repair(t, mysqlDump(t, "halves")))
	judge(t, "mysql: half damaged", truth(list), was, got).check(t, exact)
}

// TestMySQLCut has a column that is too short for damaged text, by which the
// server cut it, perhaps within a character. What is left of the text must come
// back; of what is left of the last character we ask nothing.
func TestMySQLCut(t *testing.T) {
	need(t, noMySQL)
	const limit = 40
	mysqlCreate(t, "cut", asOnOldHosts)
	var sql bytes.Buffer
	fmt.Fprintf(&sql, "SET SESSION sql_mode=''; CREATE TABLE items (id INT PRIMARY KEY, body VARCHAR(%d)) DEFAULT CHARSET=utf8mb4;\n", limit)
	path := corpus.MustPath(latin1Path)
	heads := map[int]string{}
	for _, r := range rows(rowCount) {
		baked, err := corpus.Bake(r.body, path)
		if err != nil || utf8.RuneCountInString(baked) <= limit {
			continue
		}
		// The head of the text that has at most so many bytes: one character
		// of the damaged text each.
		head := r.body[:limit]
		for !utf8.ValidString(head) {
			head = head[:len(head)-1]
		}
		if isASCII(head) {
			continue
		}
		heads[r.id] = head
		fmt.Fprintf(&sql, "INSERT INTO items VALUES (%d, %s);\n", r.id, mysqlQuote(r.body))
	}
	mysql(t, "cut", "latin1", sql.Bytes())
	mysqlCreate(t, "back", asNow)
	mysql(t, "back", "utf8mb4", repair(t, mysqlDump(t, "cut")))
	right, logged := 0, map[string]bool{}
	for line := range strings.Lines(string(mysql(t, "back", "utf8mb4", []byte("SELECT id, body FROM items")))) {
		var id int
		key, body, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if _, err := fmt.Sscan(key, &id); err != nil {
			t.Fatal(err)
		}
		// The client escapes line ends and backslashes.
		body = strings.NewReplacer(`\\`, `\`, `\n`, "\n").Replace(body)
		head := heads[id]
		if rest, ok := strings.CutPrefix(body, head); ok && utf8.RuneCountInString(rest) <= utf8.UTFMax-1 {
			right++
		} else if !logged[head] {
			logged[head] = true
			t.Logf("row %d: %q, want %q", id, body, head)
		}
	}
	const least = 100.0 // percent, as measured
	percent := 100 * float64(right) / float64(len(heads))
	report.add(fmt.Sprintf("%-38s %5d %6d %8.2f%%", "mysql: cut to fit", len(heads), len(heads), percent))
	if percent < least {
		t.Errorf("%.2f%% of %d cut values right, want at least %.2f%%", percent, len(heads), least)
	}
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

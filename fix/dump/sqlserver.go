package dump

import "bytes"

// Scripts of SQL Server and of Sybase are plain text. What ends a statement there is
// the next one, or the line GO of the client, which is no SQL; a walker that waits for a
// semicolon would pass by all that stands before it. Bytes are in hex there, always,
// and no lengths are counted, so that text may be repaired line by line.

// scriptStarts are what such a script begins with; prose and tables do not.
var scriptStarts = []string{
	"USE ", "GO", "IF ", "SET ", "PRINT ", "EXEC", "DECLARE ", "BEGIN", "CREATE ", "ALTER ", "DROP ", "INSERT ", "UPDATE ", "DELETE ", "MERGE ",
	"SELECT ", "TRUNCATE ", "WITH ",
}

// scriptLines are what a line of such a script begins with, and none of another server.
var scriptLines = []string{
	"USE [", "INSERT [", "SET NOCOUNT ", "SET ANSI_NULLS ", "SET ANSI_PADDING ", "SET ANSI_WARNINGS ", "SET QUOTED_IDENTIFIER ", "SET IDENTITY_INSERT ",
	"SET XACT_ABORT ", "SET ARITHABORT ",
}

// isScript tells whether b begins as a script of SQL Server: its head says so, or it has
// more that only such scripts have than of what shows another server.
func isScript(b []byte) bool {
	first, head := firstDump(behindNoise(b))
	if head != Auto {
		return head == Text
	}
	if !startsWith(behindComments(first), scriptStarts) {
		return false
	}
	signs := scriptSigns(first)
	if signs == 0 {
		return false
	}
	_, others := serverOf(first)
	return signs > others
}

// scriptSigns counts the different signs of such a script, outside its literals and comments.
func scriptSigns(b []byte) int {
	seen := map[string]bool{}
	for len(b) > 0 {
		line := trimLeft(b)
		if isGo(line) {
			seen["GO"] = true
		}
		for _, s := range scriptLines {
			if len(line) > len(s) && equalUpper(line[:len(s)], s) {
				seen[s] = true
			}
		}
		end, owned := lineOf(b)
		if owned {
			seen["[dbo]."] = true
		}
		b = b[end:]
	}
	return len(seen)
}

// isGo tells whether b begins with the client's GO, which has a line of its own, perhaps
// with how often the statements before it are to run.
func isGo(b []byte) bool {
	if len(b) < 2 || !equalUpper(b[:2], "GO") {
		return false
	}
	line, _, _ := bytes.Cut(b[2:], newline)
	line = bytes.TrimRight(line, " \t\r")
	if len(line) == 0 {
		return true
	}
	_, ok := decimal(trimLeft(line))
	return ok && isSpace(line[0])
}

// lineOf returns where the first line of b ends, behind its line end: one that is not in
// a literal, a name or a comment. Owned means that [dbo] owns something there.
func lineOf(b []byte) (n int, owned bool) {
	const owner = "[DBO]."
	for i := 0; i < len(b); {
		var end []byte
		switch rest := b[i:]; {
		case rest[0] == '\n':
			return i + 1, owned
		case rest[0] == '\'', rest[0] == '"':
			end = rest[:1]
		case rest[0] == '[':
			owned = owned || len(rest) > len(owner) && equalUpper(rest[:len(owner)], owner)
			end = []byte("]")
		case bytes.HasPrefix(rest, []byte("/*")):
			end = []byte("*/")
		case bytes.HasPrefix(rest, []byte("--")):
			if n := bytes.IndexByte(rest, '\n'); n >= 0 {
				return i + n + 1, owned
			}
			return len(b), owned
		}
		i++
		if end != nil {
			n := bytes.Index(b[i:], end)
			if n < 0 {
				return len(b), owned
			}
			i += n + len(end)
		}
	}
	return len(b), owned
}

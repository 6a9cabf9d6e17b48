package dump

import "bytes"

// Scripts of SQL Server, of Sybase and of Oracle are plain text. What ends a statement of the
// first two is the next one, or the line GO of the client, which is no SQL; a walker that waits
// for a semicolon would pass by all that stands before it. Oracle has literals that no other
// server has, such as q'[it's]', and its client lines of its own. Bytes are in hex in all of
// them, always, and what has lengths in it is seen to stay, so that text may be repaired line by line.

// scriptStarts are what such a script begins with; prose and tables do not.
var scriptStarts = []string{
	"USE ", "GO", "IF ", "SET ", "PRINT ", "EXEC", "DECLARE ", "BEGIN", "CREATE ", "ALTER ", "DROP ", "INSERT ", "UPDATE ", "DELETE ", "MERGE ",
	"SELECT ", "TRUNCATE ", "WITH ", "REM ", "PROMPT ", "SPOOL ", "WHENEVER ",
}

// scriptLines are what a line of such a script begins with, and none of another server.
var scriptLines = []string{
	"USE [", "INSERT [", "SET NOCOUNT ", "SET ANSI_NULLS ", "SET ANSI_PADDING ", "SET ANSI_WARNINGS ", "SET QUOTED_IDENTIFIER ", "SET IDENTITY_INSERT ",
	"SET XACT_ABORT ", "SET ARITHABORT ",
	"REM INSERTING ", "SET DEFINE OFF", "SET SQLBLANKLINES ", "SET SERVEROUTPUT ", "WHENEVER SQLERROR ",
}

// isScript tells whether b begins as such a script: its head says so, or it has more that only
// such scripts have than of what shows another server.
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
		b = b[lineOf(b, seen):]
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
// a literal, a name or a comment. It adds to the signs that are seen that [dbo] owns something
// there, and a literal of Oracle with quotes of its own.
func lineOf(b []byte, seen map[string]bool) (n int) {
	const owner = "[DBO]."
	for i := 0; i < len(b); {
		var end []byte
		switch rest := b[i:]; {
		case rest[0] == '\n':
			return i + 1
		case isOwnQuote(b, i):
			seen["q'"] = true
			i += len("q'")
			end = []byte{closingOf(rest[len("q'")]), '\''}
		case rest[0] == '\'', rest[0] == '"':
			end = rest[:1]
		case rest[0] == '[':
			if len(rest) > len(owner) && equalUpper(rest[:len(owner)], owner) {
				seen[owner] = true
			}
			end = []byte("]")
		case bytes.HasPrefix(rest, []byte("/*")):
			end = []byte("*/")
		case bytes.HasPrefix(rest, []byte("--")):
			if n := bytes.IndexByte(rest, '\n'); n >= 0 {
				return i + n + 1
			}
			return len(b)
		}
		i++
		if end != nil {
			n := bytes.Index(b[i:], end)
			if n < 0 {
				return len(b)
			}
			i += n + len(end)
		}
	}
	return len(b)
}

// isOwnQuote tells whether a literal begins at b[i] that says itself what ends it, as q'[it's]'
// and nq'!it's!' do.
func isOwnQuote(b []byte, i int) bool {
	if i+2 >= len(b) || b[i]|0x20 != 'q' || b[i+1] != '\'' || bytes.IndexByte([]byte("[{(<!|#~^"), b[i+2]) < 0 {
		return false
	}
	if i > 0 && b[i-1]|0x20 == 'n' {
		i--
	}
	return i == 0 || !isWordByte(b[i-1])
}

// closingOf returns what closes a bracket; a sign closes itself.
func closingOf(c byte) byte {
	if i := bytes.IndexByte([]byte("[{(<"), c); i >= 0 {
		return "]})>"[i]
	}
	return c
}

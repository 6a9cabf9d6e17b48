package dump

import "bytes"

// sqlMarks are what shows which server a dump is of. The server with the most
// marks has it, MySQL first.
var sqlMarks = []struct {
	format Format
	mark   string
}{
	{MySQL, "-- MySQL dump"}, {MySQL, "-- MariaDB dump"}, {MySQL, "/*!40"}, {MySQL, "/*M!"}, {MySQL, "ENGINE="}, {MySQL, " CHARSET="}, {MySQL, "AUTO_INCREMENT"},
	{MySQL, "LOCK TABLES `"}, {MySQL, "INSERT INTO `"}, {MySQL, "CREATE TABLE `"}, {MySQL, "phpMyAdmin"}, {MySQL, "SET NAMES "},
	{MySQL, "ON DUPLICATE KEY"}, {MySQL, "REPLACE INTO "}, {MySQL, "INSERT IGNORE "}, {MySQL, "DELIMITER "}, {MySQL, " CHARSET="},
	{Postgres, "-- PostgreSQL database"}, {Postgres, "client_encoding"}, {Postgres, "standard_conforming_strings"}, {Postgres, "FROM stdin;"},
	{Postgres, "pg_catalog"}, {Postgres, "SET search_path"}, {Postgres, "\n\\connect "}, {Postgres, "CREATE TABLE public."},
	{Postgres, "INSERT INTO public."}, {Postgres, "character varying"}, {Postgres, "::text"}, {Postgres, " AS $"}, {Postgres, "bytea"},
	{SQLite, "PRAGMA foreign_keys"}, {SQLite, "BEGIN TRANSACTION;"}, {SQLite, "sqlite_sequence"}, {SQLite, "AUTOINCREMENT"},
	{SQLite, ",char(10))"}, {SQLite, "INSERT OR REPLACE"}, {SQLite, "unistr('"},
}

// sqlStarts are what the first statement of SQL begins with, in a few words:
// prose begins with "Create a …" and "Use …", too.
var sqlStarts = []string{
	"INSERT INTO ", "INSERT IGNORE ", "INSERT OR ", "REPLACE INTO ", "CREATE TABLE ", "CREATE DATABASE ", "CREATE SCHEMA ", "CREATE TYPE ",
	"CREATE OR REPLACE ", "CREATE TEMPORARY ", "CREATE EXTENSION ", "DROP TABLE ", "DROP DATABASE ", "DROP SCHEMA ", "DELETE FROM ",
	"TRUNCATE ", "SET NAMES ", "SET @", "SET SQL_", "SET SESSION ", "SET FOREIGN_KEY_CHECKS", "SET AUTOCOMMIT", "SET CLIENT_ENCODING", "SET STATEMENT_TIMEOUT",
	"SET STANDARD_CONFORMING_STRINGS", "SET SEARCH_PATH", "USE `", "BEGIN;", "BEGIN TRANSACTION", "START TRANSACTION", "PRAGMA ", "COPY ",
	"LOCK TABLES ", "DELIMITER ", "ALTER TABLE ", "ALTER DATABASE ", "SELECT PG_CATALOG.", "/*!4", "/*!5", "/*!8", "/*!9", "\\CONNECT ", "\\RESTRICT ",
}

// detectSQL tells whether a file begins as SQL does, and of which server; that of SQL
// Server is [Text].
func detectSQL(b []byte) (Format, bool) {
	if bytes.HasPrefix(trimLeft(b), []byte("<?xml")) && bytes.Contains(b, []byte("<mysqldump")) {
		return MySQLXML, true
	}
	if isScript(b) {
		return Text, true
	}
	if b = behindNoise(b); !startsSQL(b) || !hasStatement(b) {
		return Auto, false
	}
	b, head := firstDump(b)
	if head != Auto {
		return head, true
	}
	best, marks := serverOf(b)
	if marks == 0 && !bytes.Contains(bytes.ToUpper(b), []byte("VALUES")) {
		return Auto, false
	}
	if marks == 0 && !escapesQuote(b) {
		// SQL of nobody's dialect: only MySQL has backslash escapes, and
		// read without them the end of a literal is not missed.
		best = SQLite
	}
	return best, true
}

// serverOf returns the server with the most marks, and how many.
func serverOf(b []byte) (best Format, marks int) {
	var count [numFormats]int
	for _, m := range sqlMarks {
		if bytes.Contains(b, []byte(m.mark)) {
			count[m.format]++
		}
	}
	best = MySQL
	for _, f := range []Format{Postgres, SQLite} {
		if count[f] > count[best] {
			best = f
		}
	}
	return best, count[best]
}

// maxNoise, in bytes, is how much may stand before the head of a dump that was
// written with the messages of the client: its warning of a password on the
// command line, what a shell says at the log-in.
const maxNoise = 2048

// behindNoise returns b from the head of a dump on, if there is one near.
func behindNoise(b []byte) []byte {
	if startsSQL(b) {
		return b
	}
	for rest := b; len(b)-len(rest) < maxNoise; {
		for _, h := range dumpHeads[:wholeHeads] {
			if bytes.HasPrefix(rest, []byte(h)) {
				return rest
			}
		}
		i := bytes.IndexByte(rest, '\n')
		if i < 0 {
			break
		}
		rest = rest[i+1:]
	}
	return b
}

// shapedStarts are those of sqlStarts of which all that dumps have is among the shapes.
var shapedStarts = []string{"CREATE TABLE ", "INSERT INTO ", "REPLACE INTO "}

// startsSQL tells whether the first thing that is no comment and no blank
// begins as a statement does.
func startsSQL(b []byte) bool {
	b = behindComments(b)
	for _, h := range dumpHeads[:sqlHeads] {
		if bytes.HasPrefix(b, []byte(h)) {
			return true
		}
	}
	return startsWith(b, sqlStarts) && (!startsWith(b, shapedStarts) || fitsShape(b))
}

// behindComments returns b from the first thing on that is no comment and no blank, or
// from a comment on that is the head of a dump; nothing if there is neither.
func behindComments(b []byte) []byte {
	b = bytes.TrimPrefix(b, []byte(utf8BOM))
	for {
		b = trimLeft(b)
		switch {
		case bytes.HasPrefix(b, []byte("--")), bytes.HasPrefix(b, []byte("#")) && len(b) > 1 && isSpace(b[1]):
			for _, h := range dumpHeads[:sqlHeads] {
				if bytes.HasPrefix(b, []byte(h)) {
					return b
				}
			}
			i := bytes.IndexByte(b, '\n')
			if i < 0 {
				return nil
			}
			b = b[i+1:]
		case bytes.HasPrefix(b, []byte("/*")) && !bytes.HasPrefix(b, []byte("/*!")), bytes.HasPrefix(b, []byte("/*M!999999")):
			i := bytes.Index(b, []byte("*/"))
			if i < 0 {
				return nil
			}
			b = b[i+2:]
		case bytes.HasPrefix(b, semicolon):
			b = b[1:]
		default:
			return b
		}
	}
}

// startsWith tells whether b begins with one of the words, in upper case here.
func startsWith(b []byte, words []string) bool {
	for _, s := range words {
		if len(b) >= len(s) && equalUpper(b[:len(s)], s) {
			return true
		}
	}
	return false
}

// escapesQuote tells whether a quote is escaped by a backslash inside a word,
// as in it\'s. At the end of a literal the backslash may be its last character.
func escapesQuote(b []byte) bool {
	for {
		i := bytes.Index(b, []byte(`\'`))
		if i < 0 || i+2 == len(b) {
			return false
		}
		if b = b[i+2:]; wordByte[b[0]] {
			return true
		}
	}
}

package dump

import (
	"bytes"
	"strings"
)

// dumpHeads are comments that only dumps begin a line with; the first of them,
// so many as wholeHeads says, say so in words, and of these so many as sqlHeads says what
// program wrote them.
var dumpHeads = []string{
	"-- MySQL dump", "-- MariaDB dump", "-- PostgreSQL database", "-- phpMyAdmin SQL Dump", "-- Adminer ", "/*!40", "/*!50", "/*!80", "/*!999", "/*M!999",
}

const (
	sqlHeads   = 3
	wholeHeads = 5
)

// A shape is how a statement goes on behind its first words: a name, and then
// one of some words or signs, see goesOn. Without a name, the words come at once.
type shape struct {
	start string
	named bool
	then  []string
}

// shapes are of the statements that dumps are made of. Prose that starts with
// the same words goes on otherwise.
var shapes = []shape{
	{"INSERT INTO", true, insertGoesOn}, {"INSERT IGNORE INTO", true, insertGoesOn}, {"INSERT IGNORE", true, insertGoesOn},
	{"INSERT OR REPLACE INTO", true, insertGoesOn}, {"INSERT OR IGNORE INTO", true, insertGoesOn}, {"REPLACE INTO", true, insertGoesOn},
	{"CREATE TABLE IF NOT EXISTS", true, tableGoesOn}, {"CREATE TABLE", true, tableGoesOn}, {"CREATE TEMPORARY TABLE", true, tableGoesOn},
	{"CREATE UNLOGGED TABLE", true, tableGoesOn}, {"CREATE TYPE", true, []string{"AS ENUM", "AS ("}},
	{"COPY", true, []string{"(", "FROM STDIN;", "FROM STDIN WITH"}}, {"DROP TABLE IF EXISTS", true, []string{";", "CASCADE;", ","}}, {"DROP TABLE", true, []string{";"}},
	{"CREATE DATABASE", true, []string{";", "/*!", "WITH ", "DEFAULT ", "CHARACTER "}}, {"CREATE SCHEMA", true, []string{";"}},
	{"LOCK TABLES", true, []string{"WRITE", "READ"}}, {"ALTER TABLE ONLY", true, []string{"ADD ", "ALTER "}}, {"ALTER TABLE", true, []string{"ADD ", "ALTER ", "MODIFY ", "OWNER TO", "DISABLE "}},
	{"SET", true, []string{"=", "TO "}}, {"SET NAMES", true, []string{";", "COLLATE "}}, {"SET SESSION", true, []string{"="}},
	{"PRAGMA", true, []string{"=", ";", "("}}, {"TRUNCATE TABLE", true, []string{";"}}, {"DELETE FROM", true, []string{";", "WHERE "}}, {"USE", true, []string{";"}},
	{"BEGIN TRANSACTION;", false, []string{""}}, {"START TRANSACTION;", false, []string{""}}, {"BEGIN;", false, []string{""}},
	{"DELIMITER", false, []string{";;", "//", "$$"}}, {"SELECT PG_CATALOG.", true, []string{"("}},
	{`\CONNECT`, true, []string{""}}, {`\RESTRICT`, true, []string{""}},
}

var (
	insertGoesOn = []string{"(", "VALUES (", "VALUES ROW (", "VALUES /*", "VALUE (", "SELECT ", "SET ", "DEFAULT VALUES", "PARTITION (", "OVERRIDING "}
	tableGoesOn  = []string{"(", "/*", "AS SELECT ", "AS WITH ", "AS (", "SELECT ", "PARTITION OF ", "LIKE"}
)

// hasStatement tells whether some line of b begins with what only SQL has: the
// head of a dump, or a statement as far as its second word or sign.
func hasStatement(b []byte) bool {
	b = bytes.TrimPrefix(b, []byte(utf8BOM))
	for len(b) > 0 {
		b = trimLeft(b)
		for _, h := range dumpHeads {
			if bytes.HasPrefix(b, []byte(h)) {
				return true
			}
		}
		if fitsShape(b) {
			return true
		}
		i := bytes.IndexByte(b, '\n')
		if i < 0 {
			return false
		}
		b = b[i+1:]
	}
	return false
}

// fits tells whether b begins with a statement of the shape.
func (s *shape) fits(b []byte) bool {
	if len(b) < len(s.start) || !equalUpper(b[:len(s.start)], s.start) {
		return false
	}
	b = b[len(s.start):]
	if s.named {
		rest := trimLeft(b)
		n := nameLen(rest)
		if n == 0 || len(rest) == len(b) && wordByte[rest[0]] && s.start[len(s.start)-1] != '.' {
			return false // of one word with what is before it
		}
		b = rest[n:]
	}
	b = trimLeft(b)
	for _, t := range s.then {
		if goesOn(b, t) {
			return true
		}
	}
	return false
}

// goesOn tells whether b goes on with the words and signs of then. A blank there is any
// white space, which need not be before a sign. Behind LIKE are a name and the
// end of the statement, since prose has that word.
func goesOn(b []byte, then string) bool {
	for i, word := range strings.SplitAfter(then, " ") {
		if i > 0 {
			b = trimLeft(b)
		}
		word, blank := strings.CutSuffix(word, " ")
		if len(b) < len(word) || !equalUpper(b[:len(word)], word) {
			return false
		}
		if b = b[len(word):]; blank && (len(b) == 0 || wordByte[b[0]]) {
			return false
		}
	}
	if then == "LIKE" {
		b = trimLeft(b)
		b = trimLeft(b[nameLen(b):])
		return bytes.HasPrefix(b, semicolon)
	}
	return true
}

// fitsShape tells whether b begins with a statement of some shape.
func fitsShape(b []byte) bool {
	for i := range shapes {
		if shapes[i].fits(b) {
			return true
		}
	}
	return false
}

// nameLen returns the length of the name at the start of b, with the names of
// schemas before it; 0 if there is none.
func nameLen(b []byte) int {
	n := 0
	for {
		part := 0
		switch rest := b[n:]; {
		case len(rest) == 0:
		case rest[0] == '`' || rest[0] == '"' || rest[0] == '\'':
			if i := bytes.IndexByte(rest[1:], rest[0]); i > 0 {
				part = i + 2
			}
		case rest[0] == '[': // of SQLite
			if i := bytes.IndexByte(rest, ']'); i > 1 {
				part = i + 1
			}
		default:
			for part < len(rest) && (wordByte[rest[part]] || rest[part] == '@' || rest[part] == '$') {
				part++
			}
		}
		if part == 0 {
			return 0
		}
		if n += part; n == len(b) || b[n] != '.' {
			return n
		}
		n++
	}
}

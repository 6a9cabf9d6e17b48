package dump

import (
	"bytes"
	"maps"
	"strings"
)

// heads are the comments that dumps begin with, by the server they are of.
var heads = []struct {
	text   string
	format Format
}{
	{"-- MySQL dump ", MySQL}, {"-- MariaDB dump ", MySQL}, {"-- phpMyAdmin SQL Dump", MySQL}, {"-- HeidiSQL Version:", MySQL},
	{"/*!40", MySQL}, {"/*!50", MySQL}, {"/*!80", MySQL}, {"/*!99", MySQL}, {"/*!10", MySQL}, {"/*M!", MySQL},
	{"-- PostgreSQL database dump", Postgres}, {"-- PostgreSQL database cluster dump", Postgres},
}

// firstDump returns b up to the head of a dump of another server than that of the
// first, if there is one.
func firstDump(b []byte) []byte {
	first := Auto
	for rest := b; len(rest) > 0; {
		format := headOf(rest)
		if bytes.HasPrefix(rest, []byte("PRAGMA ")) {
			format = SQLite
		}
		switch {
		case first == Auto:
			first = format
		case format != Auto && format != first:
			return b[:len(b)-len(rest)]
		}
		i := bytes.IndexByte(rest, '\n')
		if i < 0 {
			break
		}
		rest = rest[i+1:]
	}
	return b
}

// maxHead, in bytes, is how much of a comment is looked at for a head.
const maxHead = 80

// headOf returns whose dump begins with the comment; [Auto] if it is no head.
func headOf(line []byte) Format {
	for _, h := range heads {
		if bytes.HasPrefix(line, []byte(h.text)) {
			return h.format
		}
	}
	if rest, ok := strings.CutPrefix(string(line), "-- Adminer "); ok { // 4.8.1 PostgreSQL 15.3 dump
		_, rest, _ = strings.Cut(rest, " ")
		for _, s := range []struct {
			name   string
			format Format
		}{{"MySQL", MySQL}, {"MariaDB", MySQL}, {"PostgreSQL", Postgres}, {"SQLite", SQLite}} {
			if strings.HasPrefix(rest, s.name) {
				return s.format
			}
		}
	}
	return Auto
}

// head looks at the comment that begins here, between two statements: several
// dumps may stand in one file, each with a grammar of its own.
func (w *sqlWalker) head() {
	w.ahead(maxHead)
	rest := w.f.buf[w.f.pos:]
	if format := headOf(rest[:min(len(rest), maxHead)]); format != Auto {
		w.become(format)
	}
}

// become has what follows read as a dump of another server, with nothing known of
// it but what the option [Schema] says. A second dump of the same server goes on
// with the settings of the first, as it does where they are loaded.
func (w *sqlWalker) become(format Format) {
	if w.dialect() == format {
		return
	}
	w.f.format = format
	f, between := w.f, w.between
	w.lexer = lexer{f: f, mysql: format == MySQL, postgres: format == Postgres, sqlite: format == SQLite, between: between}
	w.escapes = w.mysql
	w.database, w.ansi, w.call = "", false, callNone
	w.names, w.client, w.home = connection{}, connection{}, nil
	w.homes, w.unknown, w.misfits = map[string]*charset{}, map[string]bool{}, map[string]bool{}
	if !w.schema {
		w.tables = map[string]*table{}
		maps.Copy(w.tables, w.given)
	}
}

// dialect is the server whose dump is being read.
func (w *sqlWalker) dialect() Format {
	switch {
	case w.postgres:
		return Postgres
	case w.sqlite:
		return SQLite
	}
	return MySQL
}

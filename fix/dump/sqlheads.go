package dump

import (
	"bytes"
	"maps"
)

// heads are the comments that dumps begin with, by the server they are of. Comments
// with code for MySQL are none: HeidiSQL writes them for all servers.
var heads = []struct {
	text   string
	format Format
}{
	{"-- MySQL dump ", MySQL}, {"-- MariaDB dump ", MySQL}, {"-- phpMyAdmin SQL Dump", MySQL}, {"/*M!999999", MySQL},
	{"-- PostgreSQL database dump", Postgres}, {"-- PostgreSQL database cluster dump", Postgres},
}

// servers are what the heads of other tools call them. Scripts of SQL Server are text.
var servers = []struct {
	name   string
	format Format
}{{"MySQL", MySQL}, {"MariaDB", MySQL}, {"PostgreSQL", Postgres}, {"SQLite", SQLite}, {"SQL Server", Text}, {"MS SQL", Text}}

// maxHead, in bytes, is how much of a comment is looked at for a head: Navicat says in
// the fifth line of one what the server is.
const maxHead = 512

// headOf returns whose dump begins with the comment at the front of b; [Text] if it is a
// script of SQL Server, and [Auto] if it is no head.
func headOf(b []byte) Format {
	b = b[:min(len(b), maxHead)]
	for _, h := range heads {
		if bytes.HasPrefix(b, []byte(h.text)) {
			return h.format
		}
	}
	line, _, _ := bytes.Cut(b, newline)
	server, ok := bytes.CutPrefix(line, []byte("-- Adminer ")) // 4.8.1 PostgreSQL 15.3 dump
	if !ok {
		server, ok = bytes.CutPrefix(line, []byte("-- Server version:")) // of HeidiSQL
	}
	if !ok && bytes.HasPrefix(b, []byte("/*")) && bytes.Contains(b, []byte(" Navicat ")) {
		_, server, ok = bytes.Cut(b, []byte(" Source Server Type "))
		server, _, _ = bytes.Cut(server, newline)
	}
	for _, s := range servers {
		if ok && bytes.Contains(server, []byte(s.name)) {
			return s.format
		}
	}
	return Auto
}

// firstDump returns b up to the head of a dump of another server than that of the
// first, if there is one, and the server of the first if its own head says that.
func firstDump(b []byte) (first []byte, format Format) {
	begun := false // behind comments
	for rest := b; len(rest) > 0; {
		head := headOf(rest)
		switch {
		case bytes.HasPrefix(rest, []byte("PRAGMA ")):
			head = SQLite
		case !bytes.HasPrefix(rest, []byte("--")) && !bytes.HasPrefix(rest, []byte("/*")) && rest[0] != '#' && !isSpace(rest[0]):
			begun = true
		}
		switch {
		case head == Auto:
		case format == Auto && !begun:
			format = head
		case head != format:
			return b[:len(b)-len(rest)], format
		}
		i := bytes.IndexByte(rest, '\n')
		if i < 0 {
			break
		}
		rest = rest[i+1:]
	}
	return b, format
}

// head looks at the comment that begins here, between two statements: several
// dumps may stand in one file, each with a grammar of its own.
func (w *sqlWalker) head() {
	w.ahead(maxHead)
	rest := w.f.buf[w.f.pos:]
	if format := headOf(rest); format != Auto && format != Text {
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
	w.start = [2]connection{}
	w.setConnection(connection{}, connection{})
	w.home = nil
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

package dump

import (
	"bytes"
	"strings"
	"unicode"
)

// readSettings takes in a SET statement. Those that matter: the character set
// of the connection, MySQL's sql_mode, PostgreSQL's
// standard_conforming_strings and search_path.
func (w *sqlWalker) readSettings(x *lexer) {
	spots := w.leftSpots(x) // of variables
	x.next()
	other := false // it is not about this connection
	for k := x.next(); !x.end(k); k = x.next() {
		if k != tWord {
			continue
		}
		word := strings.ToLower(string(x.text()))
		name := word[strings.LastIndexAny(word, "@.")+1:]
		switch {
		case strings.HasPrefix(word, "@@global."), strings.HasPrefix(word, "@@persist"):
			name = "@"
		case strings.HasPrefix(word, "@@session."), strings.HasPrefix(word, "@@local."):
		case strings.HasPrefix(word, "@") && !strings.HasPrefix(word, "@@"), other && w.mysql:
			name = "@" // a variable of the user, or of others
		}
		switch word {
		case "session", "local":
			other = false
			continue
		case "global", "persist", "persist_only":
			other = true
			continue
		case "character":
			if k = x.next(); !x.is(k, "SET") {
				continue
			}
			name = "charset"
		}
		value, at, k := x.setting(name == "names" || name == "charset" || name == "time" || name == "search_path" || w.postgres)
		if at.end == 0 {
			if x.end(k) {
				break
			}
			continue
		}
		spots = append(spots, w.setting(x, name, value, at)...)
	}
	w.emit(spots)
}

// query reads SELECT of PostgreSQL from that word on, which may set the character set of the
// connection: set_config('client_encoding', 'LATIN1', false).
func (w *sqlWalker) query() {
	w.amongValues()
	defer w.betweenStatements()
	w.f.hold = w.f.tok
	k := w.next()
	switch name := foldName(w.nameOf(k)); name {
	case "set_config", "pg_catalog.set_config":
		w.whole(k, w.readConfig)
	default:
		w.f.hold = -1
		w.leaveRest(k, "")
	}
}

// readConfig takes in what set_config is called with.
func (w *sqlWalker) readConfig(x *lexer) {
	spots := w.leftSpots(x)
	var args []span
	for k := x.next(); !x.end(k) && len(args) < 2; k = x.next() {
		if k == tString {
			args = append(args, span{x.f.tok + x.lit.start, x.f.tok + x.lit.end})
		}
	}
	if len(args) == 2 {
		name, value := x.f.buf[args[0].start:args[0].end], x.f.buf[args[1].start:args[1].end]
		if foldName(string(name)) == "client_encoding" {
			spots = append(spots, w.setting(x, "client_encoding", string(value), args[1])...)
		}
	}
	w.emit(spots)
}

// setting reads "= value" or "TO value"; bare allows a value without either.
func (x *lexer) setting(bare bool) (value string, at span, k kind) {
	k = x.next()
	equals := false
	for x.punct(k, ':') || x.punct(k, '=') || x.is(k, "TO") && bare {
		k, equals = x.next(), true
	}
	if !equals && !bare {
		return "", span{}, k
	}
	switch k {
	case tString:
		at = span{x.f.tok + x.lit.start, x.f.tok + x.lit.end}
	case tWord:
		at = span{x.f.tok, x.f.pos}
	default:
		return "", span{}, k
	}
	return string(x.f.buf[at.start:at.end]), at, k
}

// setting takes in one setting. The spots rewrite it, if that is asked for.
func (w *sqlWalker) setting(x *lexer, name, value string, at span) []spot {
	if name == "client_encoding" || name == "standard_conforming_strings" { // no other server has them
		w.become(Postgres)
	}
	switch {
	case w.mysql && name == "names":
		spots := w.setNames(mysqlCharset(value), at)
		if k := x.next(); len(spots) > 0 && x.is(k, "COLLATE") {
			if value, at, _ := x.setting(true); at.end > 0 {
				spots = append(spots, spot{start: at.start, end: at.end, patch: []byte(utf8mb4Collation(value))})
			}
		}
		return spots
	case w.mysql && name == "charset": // literals become what the database is in
		spots := w.setNames(mysqlCharset(value), at)
		w.start[1] = connection{charset: w.home} // which is rewritten where that is asked for
		w.setConnection(w.client, w.start[1])
		return spots
	case w.mysql && (name == "character_set_client" || name == "character_set_connection" || name == "collation_connection"):
		return w.setPart(name, value, at)
	case w.mysql && name == "sql_mode":
		mode := strings.ToUpper(value)
		for k := x.next(); !x.end(k); k = x.next() { // concat(@@sql_mode, ',…')
			if k == tString {
				mode += "," + strings.ToUpper(string(x.text()))
			} else if x.punct(k, ',') {
				break
			}
		}
		w.escapes = !strings.Contains(mode, "NO_BACKSLASH_ESCAPES")
		w.ansi = strings.Contains(mode, "ANSI")
	case w.postgres && (name == "client_encoding" || name == "names"):
		return w.setNames(postgresCharset(value), at)
	case w.postgres && name == "standard_conforming_strings":
		w.escapes = strings.EqualFold(value, "off") || strings.EqualFold(value, "false")
	case w.postgres && name == "search_path":
		w.database = ""
		if value != "" {
			w.database = strings.Trim(value, `"`) + "."
		}
	}
	return nil
}

// setNames sets the connection's character set.
func (w *sqlWalker) setNames(c *charset, at span) []spot {
	both := connection{charset: c, recode: w.f.cfg.charset != "" && c != nil}
	w.start = [2]connection{both, both}
	w.setConnection(both, both)
	if !both.recode {
		return nil
	}
	full := "utf8mb4"
	if w.postgres {
		full = "UTF8"
	}
	return []spot{{start: at.start, end: at.end, patch: []byte(full)}}
}

// setPart sets one of what SET NAMES sets together. A variable has, in a dump, what was
// before.
func (w *sqlWalker) setPart(name, value string, at span) []spot {
	client, link := w.client, w.link
	part, start := &link, w.start[1]
	if name == "character_set_client" {
		part, start = &client, w.start[0]
	}
	defer func() { w.setConnection(client, link) }()
	if strings.HasPrefix(value, "@") {
		*part = start
		return nil
	}
	if name == "collation_connection" {
		value, _, _ = strings.Cut(value, "_")
	}
	c := mysqlCharset(value)
	*part = connection{charset: c}
	switch {
	case c == nil:
	case name == "collation_connection", part == &client && c.foreign():
		// Bodies of routines are in these, too: only what holds the
		// same bytes as UTF-8 can change.
		c.fixed = true
	case w.f.cfg.charset != "":
		part.recode = true
		return []spot{{start: at.start, end: at.end, patch: []byte("utf8mb4")}}
	}
	return nil
}

// setConnection sets what statements are in, and has their literals read as that demands.
func (w *sqlWalker) setConnection(client, link connection) {
	w.client, w.link, w.names = client, link, client
	if c := link.charset; c != nil && !link.recode && c != client.charset {
		both := charset{max: unicode.MaxRune}
		if client.charset != nil {
			both = *client.charset
		}
		both.through = c
		w.names.charset = &both
	}
	w.wide = client.charset.trails()
}

// charsetCommand reads what is behind \encoding of psql, and \C and charset of mysql: the rest
// of the line, which does as SET NAMES.
func (w *sqlWalker) charsetCommand(find func(string) *charset) {
	f := w.f
	f.hold = f.pos
	w.line()
	if f.hold < 0 || f.pos-f.hold > maxWord {
		f.hold = -1
		return
	}
	const blanks = " \t\r\n;'\""
	line := f.buf[f.hold:f.pos]
	start := len(line) - len(bytes.TrimLeft(line, blanks))
	name := bytes.TrimRight(line[start:], blanks)
	if len(name) > 0 {
		w.emit(w.setNames(find(string(name)), span{start, start + len(name)}))
	}
	f.hold = -1
}

// use reads USE from after that word, which the client ends at the end of the line, too.
func (w *sqlWalker) use() {
	name := w.nameOf(w.next())
	w.database = name + "."
	w.home = w.homes[name]
	k := w.next()
	for !w.end(k) && w.stray(k) {
		k = w.next()
	}
	if k == tWord && !w.end(k) {
		w.f.pos = w.f.tok
		return
	}
	w.skip(k)
}

// readDatabase takes in CREATE DATABASE or ALTER DATABASE: the character set of
// tables that name none.
func (w *sqlWalker) readDatabase(x *lexer) {
	r := &tableReader{lexer: x}
	name := ""
	var spots []spot
	for k := x.next(); !x.end(k); k = x.next() {
		switch {
		case x.is(k, "DATABASE"), x.is(k, "SCHEMA"):
			k = x.next()
			for x.is(k, "IF") || x.is(k, "NOT") || x.is(k, "EXISTS") {
				k = x.next()
			}
			name = x.nameOf(k)
		case x.is(k, "ENCODING") && w.postgres:
			if value, at, _ := x.setting(true); at.end > 0 {
				c := postgresCharset(value)
				if w.f.cfg.charset != "" && c != nil {
					spots, c = append(spots, spot{start: at.start, end: at.end, patch: []byte("UTF8")}), nil
				}
				w.homes[name] = c
			}
		case w.mysql:
			r.token(k, 0)
		}
	}
	if w.mysql && r.charset.name != "" {
		c := mysqlCharset(r.charset.name)
		if w.rewrites(c) {
			spots, c = append(spots, r.charset.patches(x.f.buf)...), nil
		}
		w.homes[name] = c
	}
	w.emit(spots)
}

// readOther marks the literals of CREATE TYPE, CREATE DOMAIN, CREATE INDEX and
// PostgreSQL's COMMENT ON.
func (w *sqlWalker) readOther(x *lexer) {
	k := x.next()
	comment := x.is(k, "COMMENT")
	name := ""
	var spots []spot
	for k = x.next(); !x.end(k); k = x.next() {
		switch {
		case name == "" && (x.is(k, "TYPE") || x.is(k, "DOMAIN") || x.is(k, "INDEX") || x.is(k, "COLUMN") || x.is(k, "TABLE")):
			name = x.nameOf(x.next())
		case k == tString:
			at := x.f.tok
			l := ddlLiteral{span{at + x.lit.start, at + x.lit.end}, x.lit, nil, comment}
			c := w.f.newColumn(name, "")
			c.charset = w.home
			spots = append(spots, w.literalSpots(l, c)...)
		}
	}
	w.emit(spots)
}

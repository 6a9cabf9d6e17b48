package dump

import "strings"

// readSettings takes in a SET statement. Those that matter: the character set
// of the connection, MySQL's sql_mode, PostgreSQL's
// standard_conforming_strings and search_path.
func (w *sqlWalker) readSettings(x *lexer) {
	spots := w.leftSpots(x) // of variables
	x.next()
	for k := x.next(); !x.end(k); k = x.next() {
		if k != tWord {
			continue
		}
		name := strings.ToLower(string(x.text()))
		name = name[strings.LastIndexAny(name, "@.")+1:]
		if strings.HasPrefix(string(x.text()), "@") && !strings.HasPrefix(string(x.text()), "@@") {
			name = "@" // a variable of the user
		}
		switch name {
		case "session", "local", "global":
			continue
		case "character":
			if k = x.next(); !x.is(k, "SET") {
				continue
			}
			name = "names"
		case "charset":
			name = "names"
		}
		value, at, k := x.setting(name == "names" || name == "time" || name == "search_path" || w.postgres)
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
		return w.setNames(x, mysqlCharset(value), at, "utf8mb4")
	case w.mysql && name == "character_set_client":
		if strings.HasPrefix(value, "@") {
			w.client = w.names
			return nil
		}
		w.client = connection{charset: mysqlCharset(value)}
		w.setWide()
		if c := w.client.charset; w.f.cfg.charset != "" && c != nil && !c.foreign() && c.max > 0x7F {
			// Bodies of routines are in this one, too: only what holds the
			// same bytes as UTF-8 can change.
			w.client = connection{charset: c, recode: true}
			return []spot{{start: at.start, end: at.end, patch: []byte("utf8mb4")}}
		}
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
	case w.postgres && name == "client_encoding":
		return w.setNames(x, postgresCharset(value), at, "UTF8")
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
func (w *sqlWalker) setNames(x *lexer, c *charset, at span, full string) []spot {
	w.names = connection{charset: c}
	defer func() { w.client = w.names; w.setWide() }()
	if w.f.cfg.charset == "" || c == nil {
		return nil
	}
	w.names.recode = true
	spots := []spot{{start: at.start, end: at.end, patch: []byte(full)}}
	if k := x.next(); x.is(k, "COLLATE") && w.mysql {
		if value, at, _ := x.setting(true); at.end > 0 {
			spots = append(spots, spot{start: at.start, end: at.end, patch: []byte(utf8mb4Collation(value))})
		}
	}
	return spots
}

// setWide has literals read as the connection's character set demands.
func (w *sqlWalker) setWide() { w.wide = w.client.charset.trails() }

// readUse takes in USE.
func (w *sqlWalker) readUse(x *lexer) {
	x.next()
	name := x.nameOf(x.next())
	w.database = name + "."
	w.home = w.homes[name]
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

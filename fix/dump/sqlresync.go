package dump

import "bytes"

// starts are what a line begins with in a dump where a statement begins,
// besides the shapes of statements.
var starts = [][]byte{
	[]byte("UNLOCK TABLES"), []byte("COMMIT;"), []byte("/*!"), []byte("-- Table structure"), []byte("-- Dumping data"),
	[]byte("-- Name: "), []byte("-- Data for Name: "), []byte("-- MySQL dump"), []byte("-- MariaDB dump"), []byte("-- PostgreSQL database"),
}

// updating is a shape, too, but what is to be found out to be SQL must have more: prose
// updates the set of something.
var updating = shape{"UPDATE", true, []string{"SET "}}

// maxStart, in bytes, is how much of a line is looked at for a statement: two
// names of 64 characters and some words.
const maxStart = 512

// resync passes all up to a line that begins as a statement of a dump does.
// What is before it is no SQL, or has quotes that do not pair, so nothing there
// is certain to be a value.
func (w *sqlWalker) resync() {
	f := w.f
	w.code, w.call = 0, callNone
	for {
		f.leaveLine(w.client)
		if !w.ahead(1) || w.atStart() {
			return
		}
	}
}

// atStart tells whether a statement of a dump begins here.
func (w *sqlWalker) atStart() bool {
	w.ahead(maxStart)
	rest := w.f.buf[w.f.pos:]
	rest = rest[:min(len(rest), maxStart)]
	for _, s := range starts {
		if bytes.HasPrefix(rest, s) {
			return true
		}
	}
	return fitsShape(rest) || updating.fits(rest)
}

// verbs are the words that statements of the servers and their clients begin
// with.
var verbs = func() map[string]bool {
	set := map[string]bool{}
	for _, v := range bytes.Fields([]byte(`ABORT ALTER ANALYZE ATTACH BEGIN BINLOG CACHE CALL CHANGE CHARSET CHECK CHECKPOINT CHECKSUM
		CLOSE CLUSTER COMMENT COMMIT COPY CREATE DEALLOCATE DECLARE DELETE DELIMITER DESC DESCRIBE DETACH DISCARD DO DROP END EXECUTE
		EXPLAIN FETCH FLUSH GO GRANT HANDLER HELP IMPORT INSERT INSTALL KILL LISTEN LOAD LOCK MERGE MOVE NOTIFY OPTIMIZE PERFORM PRAGMA
		PREPARE PURGE REASSIGN REFRESH REINDEX RELEASE RENAME REPAIR REPLACE RESET RESIGNAL RESTART REVOKE ROLLBACK SAVEPOINT SECURITY
		SELECT SET SHOW SHUTDOWN SIGNAL SLAVE SOURCE START STOP TABLE TRUNCATE UNINSTALL UNLISTEN UNLOCK UPDATE USE VACUUM VALUES WITH XA`)) {
		set[string(v)] = true
	}
	return set
}()

// stray tells whether no statement begins with the token.
func (w *sqlWalker) stray(k kind) bool {
	switch {
	case k == tWord:
		return w.cut || !verbs[string(bytes.ToUpper(w.text()))]
	case k == tPunct:
		c := w.f.buf[w.f.tok]
		return !w.end(k) && c != ';' && c != '('
	}
	return true
}

// passStray passes what is no SQL: a line of a shell's among the statements, or
// what stands where a part of the dump was lost.
func (w *sqlWalker) passStray(k kind) {
	w.f.problemToken("no statement of SQL begins so")
	if k == tWord && !w.cut {
		w.f.pos = w.f.tok // to be looked at with the line
	}
	w.resync()
}

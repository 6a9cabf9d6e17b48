package main

import (
	"cmp"
	"os"
	"slices"
)

// totalsJSON is --stats as JSON.
type totalsJSON struct {
	Files    int64            `json:"files"`
	Changed  int64            `json:"changed"`
	LeftOut  int64            `json:"leftOut"`
	Failed   int64            `json:"failed"`
	Lines    int64            `json:"lines"` // of plain text
	BytesIn  int64            `json:"bytesIn"`
	BytesOut int64            `json:"bytesOut"`
	Kept     int64            `json:"bytesKept"`
	Decoded  int64            `json:"bytesDecoded"`
	Bad      int64            `json:"bytesUndecodable"`
	Likely   int64            `json:"likely"`
	Lost     int64            `json:"lost"`
	Repairs  int64            `json:"repairs"`
	Paths    map[string]int64 `json:"paths,omitempty"` // of plain text
	Dumps    []dumpReport     `json:"dumps,omitempty"`
	// Reports are in what --report writes: the files of which there is something to say.
	Reports []fileReport `json:"reports,omitempty"`
}

func (t *totals) json() totalsJSON {
	s := &t.sum
	return totalsJSON{
		Files: t.files, Changed: t.changed, LeftOut: t.skipped, Failed: t.failed,
		Lines: s.stats.Lines, BytesIn: s.stats.BytesIn, BytesOut: s.stats.BytesOut, Kept: s.kept, Decoded: s.decoded, Bad: s.bad,
		Likely: s.likely, Lost: s.lost, Repairs: s.stats.Repairs, Paths: s.byPath, Dumps: t.sortedDumps(),
	}
}

// A fileReport is what --report says of a file: one that was changed, or would be, has
// suspects, bytes that are not UTF-8 or what --tidy left, or failed.
type fileReport struct {
	File      string           `json:"file"`
	FileBytes []byte           `json:"fileBytes,omitempty"` // see finding
	Changed   bool             `json:"changed"`
	Repairs   int64            `json:"repairs"`
	Likely    int64            `json:"likely"`
	Lost      int64            `json:"lost"`
	Kept      int64            `json:"bytesKept"`
	Decoded   int64            `json:"bytesDecoded"`
	Bad       int64            `json:"bytesUndecodable"`
	Untidy    bool             `json:"untidy,omitempty"` // --tidy left something
	Paths     map[string]int64 `json:"paths,omitempty"`
	Error     string           `json:"error,omitempty"`
}

// note keeps what there is to say of a file for --report.
func (t *totals) note(r *report) {
	f := fileReport{
		File: r.name, FileBytes: oddName(r.name), Changed: r.changed, Repairs: r.stats.Repairs, Likely: r.likely, Lost: r.lost,
		Kept: r.kept, Decoded: r.decoded, Bad: r.bad, Untidy: r.untidy, Paths: r.byPath,
	}
	if f.Changed || f.Untidy || f.Repairs+f.Likely+f.Lost+f.Kept+f.Decoded+f.Bad > 0 {
		t.reports = append(t.reports, f)
	}
}

// writeReport writes the file of --report: the counts of --stats as JSON, and what is
// to be said of each file. It never takes the place of an input that was named.
func (s *session) writeReport() error {
	if s.reportTo == nil {
		return nil
	}
	if s.spared.Load() {
		_, err := s.reportTo.close(false)
		return err
	}
	all := s.totals.json()
	slices.SortStableFunc(s.totals.reports, func(a, b fileReport) int { return cmp.Compare(a.File, b.File) })
	all.Reports = s.totals.reports
	err := writeJSON(s.reportTo, all)
	warnings, closeErr := s.reportTo.close(err == nil)
	for _, w := range warnings {
		s.say("%s: warning: %v", s.report, w)
	}
	if err == nil {
		err = closeErr
	} else {
		err = &fileError{s.report, "write error", err}
	}
	return err
}

// isReport tells whether an input is what --report is about to replace.
func (s *session) isReport(in *input) bool {
	return s.reportTo != nil && s.reportTo.info != nil && in.info != nil && in.info.Mode().IsRegular() && os.SameFile(in.info, s.reportTo.info)
}

package main

import (
	"errors"
	"unicode/utf8"

	"github.com/unbake/unbake/fix"
)

// The codes of findings. They are stable: a number is never used for
// something else.
const (
	codeCertain = "UB001" // damage with one certain reading
	codeLikely  = "UB002" // damage with a likely reading
	codeLost    = "UB003" // damage in which bytes were lost
	codeNotUTF8 = "UB005" // bytes that are not UTF-8
)

// A finding is one thing that is wrong in a file.
type finding struct {
	File string `json:"file"`
	// FileBytes is the name where it is not UTF-8, in base64: File has U+FFFD then.
	FileBytes []byte `json:"fileBytes,omitempty"`
	fix.Position
	// Table and Field say which value of a dump it is in.
	Table   string `json:"table,omitempty"`
	Field   string `json:"field,omitempty"`
	Key     bool   `json:"key,omitempty"` // in a key of JSON, which stays
	Length  int64  `json:"length"`        // bytes of the input
	Code    string `json:"code"`
	Verdict string `json:"verdict,omitempty"`
	Before  string `json:"before,omitempty"`
	// The best reading, where there is one.
	After      string   `json:"after,omitempty"`
	Path       string   `json:"path,omitempty"`
	Losses     []string `json:"losses,omitempty"`
	Confidence float64  `json:"confidence,omitempty"`
	// Others are the other readings that came into question, best first.
	Others []fix.Reading `json:"others,omitempty"`
	// Encoding is what bytes that are not UTF-8 were read as, if they were;
	// Undecodable says that it does not have them.
	Encoding    string `json:"encoding,omitempty"`
	Undecodable bool   `json:"undecodable,omitempty"`
}

// oddName returns a name that JSON cannot hold, since it is not UTF-8; else nil.
func oddName(name string) []byte {
	if utf8.ValidString(name) {
		return nil
	}
	return []byte(name)
}

// A printer shows findings. Text and JSON are two printers.
type printer interface {
	finding(f finding) error
}

// reading returns the best reading of a finding that has one.
func (f finding) reading() fix.Reading {
	return fix.Reading{After: f.After, Path: f.Path, Losses: f.Losses, Confidence: f.Confidence}
}

// findings is the [fix.Sink] that makes findings and gives them to a printer.
type findings struct {
	file   string
	level  fix.Verdict // fix.Certain leaves out what is only likely
	print  printer
	n      int64
	failed error // of the printer; what comes after is not printed
	binary bool

	table, field string // of the value at hand, in a dump
	key          bool
}

func (s *findings) add(f finding) {
	f.File, f.Table, f.Field, f.Key = s.file, s.table, s.field, s.key
	f.FileBytes = oddName(s.file)
	s.n++
	if s.failed == nil {
		s.failed = s.print.finding(f)
	}
}

func (f *finding) read(r fix.Reading) {
	f.After, f.Path, f.Losses, f.Confidence = r.After, r.Path, r.Losses, r.Confidence
}

func (s *findings) Repair(at fix.Position, r fix.Repair) {
	f := finding{Position: at, Length: int64(r.End - r.Start), Code: codeCertain, Verdict: fix.Certain.String(), Before: r.Before}
	f.read(r.Reading)
	if r.Next != nil {
		f.Others = []fix.Reading{*r.Next}
	}
	s.add(f)
}

func (s *findings) Suspect(at fix.Position, x fix.Suspect) {
	f := finding{Position: at, Length: int64(x.End - x.Start), Code: codeLikely, Verdict: x.Verdict.String(), Before: x.Before}
	if x.Verdict == fix.Lost {
		f.Code, f.Others = codeLost, x.Candidates
	} else if len(x.Candidates) > 0 {
		f.read(x.Candidates[0])
		f.Others = x.Candidates[1:]
	}
	if f.Code == codeLost || s.level == fix.Likely {
		s.add(f)
	}
}

func (s *findings) Note(at fix.Position, n fix.Note) {
	switch n.Kind {
	case fix.NotUTF8, fix.Decoded, fix.Undecodable:
		s.add(finding{Position: at, Length: n.Length, Code: codeNotUTF8, Encoding: n.Encoding, Undecodable: n.Kind == fix.Undecodable})
	case fix.Binary:
		s.binary = s.binary || n.Length == 0
	}
}

// errStopReading ends the reading of a file of which there is no more to say.
var errStopReading = errors.New("no more findings are to be printed")

// A stopper is the writer behind check: it drops the text, and ends the
// reading when the printer has failed, or the file shows to be binary.
type stopper struct{ *findings }

func (s stopper) Write(p []byte) (int, error) {
	if s.failed != nil || s.binary {
		return 0, errStopReading
	}
	return len(p), nil
}

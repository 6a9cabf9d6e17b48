package engine

import (
	"slices"
	"unicode/utf8"
)

// Text about damage holds it on purpose: a manual that quotes `Ã©`, a unit test, a
// table of what to replace. To repair it would destroy it. It shows in the text:
//
//   - twins: what stands between marks that set it off also stands there repaired:
//     `'Ã©' => 'é'`, `replace("cafÃ©", "café")`, `| â€™ | ’ |`; but not `cafÃ© … café`;
//   - arrows: `cafÃ© → café`, `Ã©=é`;
//   - a word in straight quotes in a text that names what it speaks of: `mojibake like 'ÔÇö'`,
//     `s.replace("â€™", "")`; unless the document is damaged;
//   - where nothing else is damaged, neither in the text nor, as far as is known, in the document:
//     letters, marks and amounts that stand by themselves both damaged and as they were,
//     `Ã© instead of é`, `s/Ã©/é/g`, `Â£100 instead of £100`, but not what parts and
//     draws, `Home â–¸ News ▸ Today`; a letter that straight quotes set off, `grep 'Ã©' *.txt`;
//     lists of three single letters and more, each by itself, none twice: `Ã©, Ã¨, Ã¹`;
//     letters by themselves behind a word for a letter, or in a question: `la letra Ã do português`, `What does Ã© mean?`;
//   - a diff that repairs, or damages, see patch.go;
//   - a document where half of what is damaged between marks has its twin in
//     another cell, as unit tests have, see [Profile].
//
// What is meant is only likely, and stays.

// unmeant makes suspects of findings in a text that are meant.
func (e *Engine) unmeant(text string, found []Finding) []Finding {
	m := meaning{text: text, found: narrowed(text, found), profile: e.opt.Profile, values: e.opt.Values}
	if m.open = !m.profile.hasWork(); m.open {
		m.weigh()
	}
	m.all = m.all || staysInPatch(m.profile, text)
	for i := range found {
		if f := &found[i]; f.Verdict == Certain && m.is(i) {
			f.meant = true
		}
	}
	for i := range found {
		if f := &found[i]; f.meant {
			f.Verdict = Likely
			f.Made = e.opt.Likely
		}
	}
	return found
}

// A meaning is what is known of a text that may be about damage.
type meaning struct {
	text    string
	found   []Finding
	profile *Profile
	values  bool   // the text is a value, not running text
	open    bool   // the document is not damaged, as far as is known
	all     bool   // all that is certain is meant
	speech  speech // of a text that sets something off
	asks    bool
	last    segment
}

// weigh looks at the text as a whole.
func (m *meaning) weigh() {
	m.all = twinned(m.text, m.found) || listed(m.text, m.found) || named(m.text, m.found)
	if m.all || !slices.ContainsFunc(m.found, func(f Finding) bool { return f.Verdict == Certain }) {
		return
	}
	m.speech, m.asks = speechOf(m.text), asks(m.text)
	m.all = m.speech == ofSubject
}

// is tells whether finding i, which is certain, is meant.
func (m *meaning) is(i int) bool {
	f := &m.found[i]
	if m.all || m.open && m.spoken(i) || m.values && m.profile.isAbout() {
		return true
	}
	if m.last.to < f.End {
		m.last = setOff(m.text, f.Start, f.End)
	}
	return m.last.ok && (m.profile.isAbout() && m.last.quoted || m.open && m.profile.speaksOf(m.text[m.last.from:m.last.to]) ||
		hasTwin(m.text, m.last, segmentAfter(m.text, m.last, m.found))) || arrow(m.text, f)
}

// spoken tells whether the words of the text, or those of others in the document, speak of finding i.
func (m *meaning) spoken(i int) bool {
	f := &m.found[i]
	quoted := inToken(m.text, f.Start, f.End)
	short := func() bool {
		return isParted(f.Readings[0].After, 2, notCJK) && inPattern(m.text, f.Start, f.End, func(at int) bool { return inside(m.found, at) })
	}
	switch {
	case m.speech == ofTopic && (quoted || inSlashes(m.text, f.Start, f.End)), m.speech == ofSearch && quoted && short():
		return true
	case m.asks && unspeakable(m.text, f), len(m.found) == 1 && lettered(m.text, f):
		return true
	case m.profile.speaksOf(m.text[f.Start:f.End]) &&
		(quoted || unspeakable(m.text, f) || m.profile.isAbout() && (inSlashes(m.text, f.Start, f.End) || standsApart(m.text, f.Start, f.End))):
		return true
	}
	return (quoted && short() || m.asks) && leadNamed(m.text, m.found, f)
}

// narrowed returns findings without the ASCII that they begin and end with and leave as it is.
func narrowed(text string, found []Finding) []Finding {
	var out []Finding
	for i := range found {
		f := found[i]
		if text[f.Start] >= utf8.RuneSelf && text[f.End-1] >= utf8.RuneSelf {
			continue
		}
		after := f.Readings[0].After
		for f.End-f.Start > 1 && len(after) > 1 && text[f.Start] < utf8.RuneSelf && text[f.Start] == after[0] {
			f.Start, after = f.Start+1, after[1:]
		}
		for f.End-f.Start > 1 && len(after) > 1 && text[f.End-1] < utf8.RuneSelf && text[f.End-1] == after[len(after)-1] {
			f.End, after = f.End-1, after[:len(after)-1]
		}
		if len(after) == len(f.Readings[0].After) {
			continue
		}
		if out == nil {
			out = slices.Clone(found)
		}
		f.Readings = append([]Reading{{After: after, Path: f.Readings[0].Path}}, f.Readings[1:]...)
		out[i] = f
	}
	if out == nil {
		return found
	}
	return out
}

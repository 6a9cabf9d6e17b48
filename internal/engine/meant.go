package engine

import (
	"slices"
	"strings"
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
//   - a document where half of what is damaged between marks has its twin in
//     another cell, as unit tests have, see [Profile].
//
// What is meant is only likely, and stays.

// unmeant makes suspects of findings in a text that are meant.
func (e *Engine) unmeant(text string, found []Finding) []Finding {
	if !strings.ContainsAny(text, openMarks) && !strings.ContainsAny(text, wordEnds) {
		return found
	}
	about := e.opt.Profile.isAbout()
	quoted := func(f Finding) bool { return f.Verdict == Certain && inToken(text, f.Start, f.End) }
	speaks := !e.opt.Profile.hasWork() && slices.ContainsFunc(found, quoted) && speaksOf(text)
	var last segment
	for i := range found {
		f := &found[i]
		if f.Verdict != Certain {
			continue
		}
		if last.to < f.End {
			last = setOff(text, f.Start, f.End)
		}
		if speaks && quoted(*f) || last.ok && (about && last.quoted || hasTwin(text, last, segmentAfter(text, last, found))) || arrow(text, f) {
			f.meant = true
		}
	}
	list := !e.opt.Profile.hasWork() && (twinned(text, found) || listed(text, found) || named(text, found))
	for i := range found {
		if f := &found[i]; f.meant || list && f.Verdict == Certain {
			f.Verdict = Likely
			f.Made = e.opt.Likely
		}
	}
	return found
}

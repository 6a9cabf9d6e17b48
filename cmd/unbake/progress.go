package main

import (
	"fmt"
	"os"
	"sync/atomic"
	"time"
)

const (
	// progressAfter is how long a command runs before it shows how far it is.
	progressAfter = time.Second
	// progressEvery is how often a line on a terminal is renewed, and progressLines how
	// often one is written elsewhere.
	progressEvery = 200 * time.Millisecond
	progressLines = time.Second
)

// A progress shows on stderr how far a session is. A nil one shows nothing.
type progress struct {
	out      *lockedWriter
	terminal bool
	total    int64 // bytes of the only input, 0 if that is not known
	many     bool  // files
	begin    time.Time
	done     atomic.Int64 // bytes
	files    atomic.Int64
	quit     chan struct{}
	ended    chan struct{}
}

// startProgress starts what --progress asks for. "auto" is on a terminal that does not
// show the result as well.
func (s *session) startProgress(paths []string) *progress {
	terminal := isTerminal(s.stderr.w)
	silent := s.write && !s.list && !s.diff || s.output != "" || s.dry
	if s.progress == "never" || s.progress == "auto" && (s.quiet || !terminal || isTerminal(s.stdout) && !silent) {
		return nil
	}
	p := &progress{out: s.stderr, terminal: terminal, many: !alone(paths), begin: time.Now(), quit: make(chan struct{}), ended: make(chan struct{})}
	if !p.many {
		p.total = sizeOf(paths[0], s.stdin)
	}
	go p.run()
	return p
}

// sizeOf returns the size of an input that is a regular file, else 0.
func sizeOf(path string, stdin any) int64 {
	info, err := os.Stat(path)
	if f, ok := stdin.(*os.File); ok && path == stdinPath {
		info, err = f.Stat()
	}
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

func (p *progress) add(n int) {
	if p != nil {
		p.done.Add(int64(n))
	}
}

func (p *progress) open() {
	if p != nil {
		p.files.Add(1)
	}
}

// run shows lines until stop is called.
func (p *progress) run() {
	defer close(p.ended)
	every := progressEvery
	if !p.terminal {
		every = progressLines
	}
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-p.quit:
			p.out.show("")
			return
		case now := <-tick.C:
			if now.Sub(p.begin) < progressAfter {
				continue
			}
			line := "unbake: " + p.line(now.Sub(p.begin))
			if p.terminal {
				p.out.show(line)
			} else {
				fmt.Fprintln(p.out, line)
			}
		}
	}
}

// stop wipes the line.
func (p *progress) stop() {
	if p != nil {
		close(p.quit)
		<-p.ended
	}
}

// line says how far it is after so long.
func (p *progress) line(after time.Duration) string {
	done, speed := p.done.Load(), float64(p.done.Load())/after.Seconds()
	s := size(done)
	switch {
	case p.total > 0 && done <= p.total:
		s += fmt.Sprintf(" of %s (%d %%)", size(p.total), done*100/p.total)
	case p.many:
		s = count(p.files.Load(), "file") + ", " + s
	}
	s += ", " + size(int64(speed)) + "/s"
	if left := float64(p.total-done) / speed; p.total > done && left < 1e6 {
		s += fmt.Sprintf(", %v left", time.Duration(left*float64(time.Second)).Round(time.Second))
	}
	return s
}

// size writes a number of bytes as people do.
func size(n int64) string {
	units := []string{"kB", "MB", "GB", "TB"}
	x := float64(n) / 1e3
	for len(units) > 1 && x >= 999.5 {
		x, units = x/1e3, units[1:]
	}
	if x < 9.95 {
		return fmt.Sprintf("%.1f %s", x, units[0])
	}
	return fmt.Sprintf("%.0f %s", x, units[0])
}

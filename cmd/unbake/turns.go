package main

import (
	"bytes"
	"context"
	"io"
	"iter"
	"sync"
)

// heldOutput is how many bytes of output a job may have waiting for its turn;
// then the job waits. jobsAhead, times the number of workers, is how many
// finished jobs may wait behind one that takes long.
const (
	heldOutput = 1 << 20
	jobsAhead  = 16
)

// turns lets jobs work side by side and puts out what they print in the order
// in which the jobs were given.
type turns struct {
	out, msg io.Writer

	mu       sync.Mutex
	wake     *sync.Cond
	head     int           // the job whose turn it is
	finished map[int]*turn // jobs after it that have finished
	err      error         // of the first write that failed
	ahead    chan struct{} // a token for each job begun and not put out
}

// A turn is one job's place in the order. What the job writes goes straight
// through when it is its turn, and waits otherwise.
type turn struct {
	q    *turns
	n    int
	held [2]bytes.Buffer // stdout, stderr
}

// inOrder runs work for each target, on as many workers as jobs says, and
// returns the first error of out. It stops early when ctx is done or work
// returns false.
func inOrder(ctx context.Context, jobs int, list iter.Seq[target], out, msg io.Writer,
	work func(t target, out, msg io.Writer) bool) error {
	q := &turns{out: out, msg: msg, finished: map[int]*turn{}, ahead: make(chan struct{}, jobs*jobsAhead)}
	q.wake = sync.NewCond(&q.mu)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := make(chan struct{}, jobs)
	var running sync.WaitGroup
	n := 0
	for t := range list {
		q.ahead <- struct{}{}
		workers <- struct{}{}
		if ctx.Err() != nil {
			break
		}
		own := &turn{q: q, n: n}
		n++
		running.Go(func() {
			goOn := work(t, part{own, 0}, part{own, 1})
			if q.finish(own) != nil || !goOn {
				cancel()
			}
			<-workers
		})
	}
	running.Wait()
	return q.err
}

// A part is one of a turn's two streams.
type part struct {
	*turn
	stream int
}

func (p part) Write(b []byte) (int, error) {
	q := p.q
	q.mu.Lock()
	held := &p.held[p.stream]
	for q.head != p.n && held.Len()+len(b) > heldOutput && held.Len() > 0 && q.err == nil {
		q.wake.Wait()
	}
	if q.err != nil || q.head != p.n {
		defer q.mu.Unlock()
		if q.err != nil {
			return 0, q.err
		}
		return held.Write(b)
	}
	q.mu.Unlock() // only the head writes, so no lock is needed for it
	if err := p.flush(); err != nil {
		return 0, err
	}
	n, err := q.writer(p.stream).Write(b)
	return n, q.note(p.stream, err)
}

func (q *turns) writer(stream int) io.Writer {
	if stream == 0 {
		return q.out
	}
	return q.msg
}

// note keeps the first error of stdout. What cannot be said on stderr is lost.
func (q *turns) note(stream int, err error) error {
	if err == nil || stream != 0 {
		return nil
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.err == nil {
		q.err = err
	}
	q.wake.Broadcast()
	return err
}

// flush writes what was held back. It is the head's to call.
func (t *turn) flush() error {
	for i := range t.held {
		if t.held[i].Len() == 0 {
			continue
		}
		_, err := t.q.writer(i).Write(t.held[i].Bytes())
		t.held[i] = bytes.Buffer{}
		if err := t.q.note(i, err); err != nil {
			return err
		}
	}
	return nil
}

// finish ends a turn. If it was the head's, those that finished meanwhile are
// put out and the turn passes on.
func (q *turns) finish(t *turn) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.finished[t.n] = t
	for {
		next, ok := q.finished[q.head]
		if !ok {
			return q.err
		}
		delete(q.finished, q.head)
		q.mu.Unlock()
		next.flush()
		<-q.ahead
		q.mu.Lock()
		q.head++
		q.wake.Broadcast()
	}
}

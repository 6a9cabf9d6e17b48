package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// What jobs print comes out in the order of the jobs, whoever is first.
func TestInOrder(t *testing.T) {
	var want strings.Builder
	list := func(yield func(target) bool) {
		for i := range 200 {
			if !yield(target{path: fmt.Sprint(i)}) {
				return
			}
		}
	}
	for i := range 200 {
		fmt.Fprintf(&want, "begin %d\nend %d\n", i, i)
	}
	for _, jobs := range []int{1, 2, 9} {
		var out, msg bytes.Buffer
		err := inOrder(context.Background(), jobs, list, &out, &msg, func(t target, out, msg io.Writer) bool {
			fmt.Fprintf(out, "begin %s\n", t.path)
			fmt.Fprintf(msg, "begin %s\n", t.path)
			time.Sleep(time.Duration(rand.IntN(300)) * time.Microsecond)
			fmt.Fprintf(out, "end %s\n", t.path)
			fmt.Fprintf(msg, "end %s\n", t.path)
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
		if out.String() != want.String() {
			t.Errorf("%d jobs: out of order:\n%s", jobs, out.String())
		}
		if msg.String() != want.String() {
			t.Errorf("%d jobs: messages out of order", jobs)
		}
	}
}

// More than a job may hold does not stop the others for good.
func TestInOrderHeld(t *testing.T) {
	list := func(yield func(target) bool) {
		for i := range 6 {
			if !yield(target{path: fmt.Sprint(i)}) {
				return
			}
		}
	}
	var out bytes.Buffer
	err := inOrder(context.Background(), 3, list, &out, io.Discard, func(t target, out, _ io.Writer) bool {
		for range 3 {
			if _, err := out.Write(bytes.Repeat([]byte(t.path), heldOutput*2/3)); err != nil {
				return false
			}
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := out.Len(), 6*3*(heldOutput*2/3); got != want {
		t.Errorf("%d bytes out, want %d", got, want)
	}
	b := out.Bytes()
	for i := 1; i < len(b); i++ {
		if b[i] < b[i-1] {
			t.Fatalf("out of order at byte %d", i)
		}
	}
}

type brokenWriter struct{ after int }

func (w *brokenWriter) Write(p []byte) (int, error) {
	if w.after--; w.after < 0 {
		return 0, errors.New("broken")
	}
	return len(p), nil
}

// An output that fails stops the jobs that are left.
func TestInOrderBroken(t *testing.T) {
	begun := 0
	list := func(yield func(target) bool) {
		for begun < 10000 {
			begun++
			if !yield(target{}) {
				return
			}
		}
	}
	err := inOrder(context.Background(), 2, list, &brokenWriter{5}, io.Discard, func(t target, out, _ io.Writer) bool {
		_, err := io.WriteString(out, "x")
		return err == nil
	})
	if err == nil || err.Error() != "broken" {
		t.Errorf("error is %v, want the writer's", err)
	}
	if begun == 10000 {
		t.Errorf("all jobs were begun")
	}
}

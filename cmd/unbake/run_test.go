package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
	"time"
)

// runWith runs the command in this process.
func runWith(stdin io.Reader, args ...string) (code int, stdout, stderr string) {
	var out, msg bytes.Buffer
	code = newCommand(stdin, &out, &msg).run(context.Background(), append([]string{"unbake"}, args...))
	return code, out.String(), msg.String()
}

// A read that fails in the middle says which input and where.
func TestReadError(t *testing.T) {
	broken := func() io.Reader {
		return io.MultiReader(strings.NewReader("first\nsecond\n"), iotest.ErrReader(errors.New("bad sector")))
	}
	out := filepath.Join(t.TempDir(), "out.txt")
	for _, args := range [][]string{{}, {"check"}, {"-d"}, {"-l"}, {"-o", out}, {"bake", "--path", "utf-8>gbk"}} {
		code, _, stderr := runWith(broken(), args...)
		if want := "unbake: <stdin>: read error at byte 13: bad sector\n"; code != exitFailed || !strings.HasPrefix(stderr, want) {
			t.Errorf("%v: exit code %d, stderr %q, want %q", args, code, stderr, want)
		}
	}
	if entries, _ := os.ReadDir(filepath.Dir(out)); len(entries) > 0 {
		t.Errorf("left behind: %v", entries)
	}
}

// A signal ends the command without a half file under the final name, and
// without a temporary one.
func TestSignal(t *testing.T) {
	program, err := exec.LookPath("unbake")
	if err != nil {
		t.Skip(err)
	}
	t.Run("interrupt", func(t *testing.T) { testSignal(t, program, syscall.SIGINT) })
	t.Run("quit", func(t *testing.T) { testSignal(t, program, syscall.SIGQUIT) })
}

func testSignal(t *testing.T, program string, sig syscall.Signal) {
	dir := t.TempDir()
	cmd := exec.Command(program, "-o", filepath.Join(dir, "out.txt"))
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(stdin, strings.Repeat("plain text\n", 100_000)); err != nil {
		t.Fatal(err)
	}
	// It now waits for more, with a temporary file beside out.txt.
	for range 200 {
		if entries, _ := os.ReadDir(dir); len(entries) > 0 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if err := cmd.Process.Signal(sig); err != nil {
		t.Skip(err) // Windows
	}
	cmd.Wait()
	if got := cmd.ProcessState.ExitCode(); got != 128+int(sig) {
		t.Errorf("exit code %d, want %d; stderr %q", got, 128+int(sig), stderr.String())
	}
	if got, want := stderr.String(), "unbake: stopped: "+sig.String()+"\n"; got != want {
		t.Errorf("stderr %q, want %q", got, want)
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 0 {
		t.Errorf("left behind: %v", entries)
	}
}

// Long flags of Go programs, and what the version line is made of.
func TestVersion(t *testing.T) {
	code, stdout, stderr := runWith(strings.NewReader(""), "-version")
	if code != 0 || !strings.HasPrefix(stdout, "unbake ") || stderr != "" {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
}

type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestClosedPipe(t *testing.T) {
	for _, args := range [][]string{{}, {"-d"}, {"--help"}, {"codecs"}, {"explain", "text"}} {
		var msg bytes.Buffer
		code := newCommand(strings.NewReader("plain\n"), closedPipe{}, &msg).run(context.Background(), append([]string{"unbake"}, args...))
		if code != exitDone || msg.Len() > 0 {
			t.Errorf("%v: exit code %d, stderr %q", args, code, msg.String())
		}
	}
}

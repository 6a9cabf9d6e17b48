//go:build linux || darwin

package main

import (
	"os"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// The new file has the owner, mode and attributes of the old.
func TestKeepMetadata(t *testing.T) {
	path := fileWith(t, "old")
	if err := os.Chmod(path, os.ModeSetuid|0o751); err != nil {
		t.Fatal(err)
	}
	uid, gid := os.Getuid(), os.Getgid()
	if uid == 0 { // only root can give files away
		uid, gid = 1234, 2345
		if err := os.Chown(path, uid, gid); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, os.ModeSetuid|0o751); err != nil {
			t.Fatal(err)
		}
	}
	hasAttribute := unix.Setxattr(path, "user.note", []byte("kept"), 0) == nil

	if warnings, err := replacing(t, path).commit(""); err != nil || len(warnings) > 0 {
		t.Fatalf("warnings %v, error %v", warnings, err)
	}
	if got := content(t, path); got != "new" {
		t.Fatalf("is %q", got)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	st := info.Sys().(*syscall.Stat_t)
	if int(st.Uid) != uid || int(st.Gid) != gid {
		t.Errorf("owner %d:%d, want %d:%d", st.Uid, st.Gid, uid, gid)
	}
	if info.Mode() != os.ModeSetuid|0o751 {
		t.Errorf("mode %v", info.Mode())
	}
	if !hasAttribute {
		t.Log("no extended attributes here")
		return
	}
	value := make([]byte, 10)
	if n, err := unix.Getxattr(path, "user.note", value); err != nil || string(value[:n]) != "kept" {
		t.Errorf("attribute is %q, %v", value[:max(n, 0)], err)
	}
}

// An attribute that the directory gave the new file goes, if the old had none.
func TestKeepNoAttributes(t *testing.T) {
	path := fileWith(t, "old")
	r := replacing(t, path)
	if unix.Fsetxattr(int(r.f.Fd()), "user.extra", []byte("x"), 0) != nil {
		t.Skip("no extended attributes here")
	}
	if _, err := r.commit(""); err != nil {
		t.Fatal(err)
	}
	if _, err := unix.Getxattr(path, "user.extra", make([]byte, 10)); err == nil {
		t.Error("the new file has an attribute that the old had not")
	}
}

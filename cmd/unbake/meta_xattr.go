//go:build linux || darwin

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"syscall"

	"golang.org/x/sys/unix"
)

// linkCount returns how many names a file has.
func linkCount(info fs.FileInfo) uint64 {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(st.Nlink)
	}
	return 1
}

// keepMetadata gives dst the owner, mode and extended attributes of src.
// Owner and mode must succeed: a file that changes hands, or that others may
// suddenly read, is not what was asked for. Attributes that the system does
// not let us set are returned as warnings.
func keepMetadata(dst, src *os.File, info fs.FileInfo) (warnings []error, err error) {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		now, err := dst.Stat()
		if err != nil {
			return nil, err
		}
		if d, ok := now.Sys().(*syscall.Stat_t); !ok || d.Uid != st.Uid || d.Gid != st.Gid {
			if err := dst.Chown(int(st.Uid), int(st.Gid)); err != nil {
				return nil, err
			}
		}
	}
	// After chown, which clears the setuid and setgid bits. The access list,
	// an attribute on Linux, comes last: its mask is part of the mode.
	if err := dst.Chmod(info.Mode()); err != nil {
		return nil, err
	}
	return keepAttributes(int(dst.Fd()), int(src.Fd())), nil
}

// keepAttributes makes the extended attributes of dst those of src. A default
// access list of the directory may have given dst one that src has not.
func keepAttributes(dst, src int) (warnings []error) {
	names, err := listAttributes(src)
	if err != nil {
		return []error{fmt.Errorf("extended attributes not kept: %w", err)}
	}
	extra, _ := listAttributes(dst)
	for _, name := range extra {
		if !slices.Contains(names, name) {
			unix.Fremovexattr(dst, name)
		}
	}
	for _, name := range names {
		value, err := attribute(src, name)
		if err == nil {
			if have, err := attribute(dst, name); err == nil && bytes.Equal(have, value) {
				continue // security.selinux is there already, and not ours to set
			}
			err = unix.Fsetxattr(dst, name, value, 0)
		}
		if err != nil {
			warnings = append(warnings, fmt.Errorf("attribute %s not kept: %w", name, err))
		}
	}
	return warnings
}

// listAttributes returns none where the file system has no attributes.
func listAttributes(fd int) ([]string, error) {
	raw, err := grown(func(b []byte) (int, error) { return unix.Flistxattr(fd, b) })
	if errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.EPERM) {
		return nil, nil
	}
	var names []string
	for name := range bytes.SplitSeq(raw, []byte{0}) {
		if len(name) > 0 {
			names = append(names, string(name))
		}
	}
	return names, err
}

func attribute(fd int, name string) ([]byte, error) {
	return grown(func(b []byte) (int, error) { return unix.Fgetxattr(fd, name, b) })
}

// grown calls get with room for what get says it needs. That may grow between
// two calls.
func grown(get func([]byte) (int, error)) ([]byte, error) {
	for {
		n, err := get(nil)
		if err != nil || n == 0 {
			return nil, err
		}
		b := make([]byte, n)
		n, err = get(b)
		if !errors.Is(err, unix.ERANGE) {
			return b[:max(n, 0)], err
		}
	}
}

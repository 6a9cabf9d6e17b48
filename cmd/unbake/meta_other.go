//go:build !linux && !darwin

package main

import (
	"io/fs"
	"os"
)

// linkCount is not known here.
func linkCount(fs.FileInfo) uint64 { return 1 }

// keepMetadata gives dst the mode of the old file. Owner and attributes are
// as the system sets them for a new file.
func keepMetadata(dst, _ *os.File, info fs.FileInfo) (warnings []error, err error) {
	return nil, os.Chmod(dst.Name(), info.Mode())
}

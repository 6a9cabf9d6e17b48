package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

// A floor is the least number of right cases in a class.
type floor struct {
	class string
	least int
}

// readFloors reads lines of a class, a tab and a number. Lines that are empty
// or start with "#" are skipped.
func readFloors(path string) ([]floor, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var floors []floor
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		class, number, ok := strings.Cut(line, "\t")
		least, err := strconv.Atoi(strings.TrimSpace(number))
		if !ok || err != nil || least < 0 {
			return nil, fmt.Errorf("%s:%d: want a class, a tab and a number", path, i+1)
		}
		if slices.ContainsFunc(floors, func(f floor) bool { return f.class == class }) {
			return nil, fmt.Errorf("%s:%d: class %q again", path, i+1, class)
		}
		floors = append(floors, floor{class, least})
	}
	return floors, nil
}

// checkFloors prints what is above or below its floor and tells whether
// anything is below. A floor without a class of cases is an error: it would
// never fail again.
func checkFloors(w io.Writer, floors []floor, tallies []classTally) (below bool, err error) {
	for _, f := range floors {
		i := slices.IndexFunc(tallies, func(t classTally) bool { return t.class == f.class })
		if i < 0 {
			return below, fmt.Errorf("class %q has a floor and no cases", f.class)
		}
		switch got := tallies[i].right; {
		case got < f.least:
			fmt.Fprintf(w, "%s: %d right, below the floor of %d\n", f.class, got, f.least)
			below = true
		case got > f.least:
			fmt.Fprintf(w, "note: %s: %d right, above the floor of %d; raise it\n", f.class, got, f.least)
		}
	}
	return below, nil
}

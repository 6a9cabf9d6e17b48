package main

import (
	"fmt"
	"io"
	"math"

	"github.com/unbake/unbake/internal/engine"
)

// A line gives the log-odds that hold for a kind of proposal: scale x odds + shift
// (Platt, 1999). The forest is surer of what it was fitted on than it should be of
// the rest, and not alike for all kinds.
type calibration struct{ scale, shift float64 }

// calibrate fits one calibration for each kind on the examples that the forest has
// not seen.
func calibrate(d *dataset, f *forest) []calibration {
	out := make([]calibration, len(engine.KindNames()))
	for k := range out {
		var x, y, w []float64
		for i := range d.Examples {
			e := &d.Examples[i]
			if !e.Hold || engine.KindOf(e.X) != k {
				continue
			}
			yi, wi := e.target(evidenceSettings.balance)
			x, y, w = append(x, f.eval(e.X)), append(y, yi), append(w, wi)
		}
		out[k] = platt(x, y, w)
	}
	return out
}

// platt fits y to x by a logistic regression of two parameters, drawn towards
// the odds as they are.
func platt(x, y, w []float64) calibration {
	c := calibration{scale: 1}
	const pull = 2.0
	for range 50 {
		gs, gb := pull*(1-c.scale), -pull*c.shift
		hss, hsb, hbb := pull, 0.0, pull
		for i := range x {
			p := sigmoid(c.scale*x[i] + c.shift)
			g, h := w[i]*(y[i]-p), w[i]*p*(1-p)
			gs += g * x[i]
			gb += g
			hss += h * x[i] * x[i]
			hsb += h * x[i]
			hbb += h
		}
		det := hss*hbb - hsb*hsb
		ds, db := (gs*hbb-gb*hsb)/det, (gb*hss-gs*hsb)/det
		c.scale += ds
		c.shift += db
		if math.Abs(ds)+math.Abs(db) < 1e-9 {
			break
		}
	}
	return c
}

// reportKinds prints what is made of each kind of proposal at some confidences.
func reportKinds(w io.Writer, d *dataset, f *forest, cals []calibration) {
	levels := []float64{0.5, 0.8, 0.9, 0.95, 0.99}
	fmt.Fprintf(w, "made at confidence of at least %v: right, wrong, on clean text, on clean text as found\n", levels)
	for k, name := range engine.KindNames() {
		var all, made [4][6]int
		for i := range d.Examples {
			e := &d.Examples[i]
			if !e.Hold || engine.KindOf(e.X) != k {
				continue
			}
			col := 1
			switch {
			case e.AsFound:
				col = 3
			case e.Clean:
				col = 2
			case e.Right:
				col = 0
			}
			p := sigmoid(cals[k].scale*f.eval(e.X) + cals[k].shift)
			all[col][0]++
			for j, l := range levels {
				if p >= l {
					made[col][j]++
				}
			}
		}
		fmt.Fprintf(w, "%-22s", name)
		for col := range made {
			fmt.Fprintf(w, "  %d: %v", all[col][0], made[col][:len(levels)])
		}
		fmt.Fprintf(w, "  (scale %.2f, shift %.2f)\n", cals[k].scale, cals[k].shift)
	}
}

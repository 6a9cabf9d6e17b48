//go:build js || plan9 || wasip1

package main

import "os"

// stopSignals are those that end the command.
var stopSignals = []os.Signal{os.Interrupt}

// Here no signal tells of a closed pipe.
func ignoreClosedPipes() {}

func exitBy(os.Signal) int { return exitFailed }

func isBrokenPipe(error) bool { return false }

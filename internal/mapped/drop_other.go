//go:build !linux

package mapped

func drop([]byte) {}

package fix

import "github.com/unbake/unbake/internal/engine"

func decodeRaw(cell []byte) (text string, encoding string, ok bool) { return engine.DecodeRaw(cell) }

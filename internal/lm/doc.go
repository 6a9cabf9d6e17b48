// Package lm is a character n-gram model of clean text in many languages: it
// says, in nats, how surprising a rune is after the three before it.
//
// Letters are folded to lower case and their case is modelled apart, so that
// capitals need no n-grams of their own; all digits of a script are one symbol.
// Where a sequence was never seen the model backs off to shorter contexts and in
// the end to P(class | class) x P(rune | class), with classes of script,
// category and block, so that unseen languages and symbols are still judged.
//
// One model serves all languages: the context selects the language.
//
// The model is trained by corpus/train, embedded, and unpacked at first use.
package lm

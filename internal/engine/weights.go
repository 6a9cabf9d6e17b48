package engine

var weights = [numFeatures]float32{
	fBias: -7, fGain: 5, fLowGain: 2, fSupport: 1.5, fDistinct: 0.6, fOwnDistinct: 0.7, fLong: 2, fDeep: 2, fLonePair: -1,
	fCaseFlip: 1.5, fCapitals: -2, fSymbolTrail: -3, fForeign: -3, fScriptMix: -2, fSpokenOf: -3, fLossOnly: -2, fLossy: 0,
	fLiteralShare: -1.5, fC1: 3, fOtherPage: -0.5, fRarePage: -1.5, fKnown: 1.5, fMargin: 1, fGainPerRune: 1, fStrange: -1,
}

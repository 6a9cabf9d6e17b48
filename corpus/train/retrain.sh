#!/usr/bin/env bash
# Trains everything anew from the lines that corpus/train/text makes:
#
#	corpus/train/retrain.sh LINES
#
# The evidence is fitted with a model that has not seen some twenty languages, or the
# gain would flatter it; the model that is embedded has seen them all. The same
# lines give the same bytes: internal/lm/model.bin, its checksum, what the gate takes from it, and
# the table of letters and the weights in internal/engine. Without LINES there is nothing to do.
set -euo pipefail
lines=${1:-}
if [ -z "$lines" ]; then
	echo "retrain: no training lines given; the committed model and weights stay"
	exit 0
fi
lines=$(realpath "$lines")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
go run ./corpus/train -lines "$lines" -company internal/engine/company.bin
go run ./corpus/train -unseen -lines "$lines" -out internal/lm/model.bin
go run ./corpus/pairs -out internal/scan/pairs.bin
go run ./corpus/fit -lines "$lines" -limit 150000 -out internal/engine/weights.go
go run ./corpus/fit -legacy -lines "$lines" -limit 70000 -out internal/engine/legacy_weights.go
go run ./corpus/fit -double -lines "$lines" -limit 80000 -out internal/engine/double_weights.go
go run ./corpus/train -lines "$lines" -out internal/lm/model.bin
go run ./corpus/pairs -out internal/scan/pairs.bin
(cd internal/lm && sha256sum model.bin >model.sha256)

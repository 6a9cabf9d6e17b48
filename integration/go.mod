module github.com/unbake/unbake/integration

go 1.26.0

require (
	github.com/google/go-cmp v0.7.0
	github.com/unbake/unbake v0.0.0
)

require (
	github.com/saintfish/chardet v0.0.0-20230101081208-5e3ef4b5456d // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/unbake/unbake => ../

module github.com/unbake/unbake

go 1.26

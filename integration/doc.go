// Package integration has real servers damage text, dump it and load the dump
// again once it is repaired. It has tests only:
//
//	go -C integration test ./...
//
// The tests start MariaDB and PostgreSQL of their own, in a temporary directory
// and on Unix sockets alone, and stop them at the end. They use the servers' own
// clients, mydumper, sqlite3 and php, as Debian's packages have them: mariadb-server,
// mariadb-client, mydumper, postgresql, sqlite3, php-cli. What is missing is skipped, and
// says so; with CI=true in the environment that is a failure.
//
// Each flavour of dump prints a line: how many damaged rows came back, how many
// came back wrong, and what happened to rows that were right and to binary
// columns. The floors are what was measured when they were written.
package integration

package integration

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// startWithin is how long a server may take until it answers.
const startWithin = 60 * time.Second

// Where the servers listen; empty where there is none, and then why not.
var (
	mysqlSocket, noMySQL string
	pgHost, noPostgres   string
)

func TestMain(m *testing.M) {
	// The kernel is asked to end the servers with the thread that started
	// them, should these tests be killed: that thread must not go before.
	runtime.LockOSThread()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	// The path of a socket has at most 107 bytes: not below t.TempDir.
	dir, err := os.MkdirTemp("", "unbake-servers")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	if err := os.Chmod(dir, 0o755); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	stop, err := startMySQL(filepath.Join(dir, "my"))
	if err != nil {
		noMySQL = err.Error()
	}
	defer stop()
	stop, err = startPostgres(filepath.Join(dir, "pg"))
	if err != nil {
		noPostgres = err.Error()
	}
	defer stop()
	defer report.print()
	return m.Run()
}

// need skips t where why says that something is missing; in CI it fails.
func need(t *testing.T, why string) {
	t.Helper()
	if why == "" {
		return
	}
	if os.Getenv("CI") == "true" {
		t.Fatal(why)
	}
	t.Skip(why)
}

func needCommand(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		need(t, "no "+name+": install Debian's package of it")
	}
}

// startMySQL starts a server as old hosts have it: without settings its
// character set is latin1.
func startMySQL(dir string) (stop func(), err error) {
	stop = func() {}
	for _, name := range []string{"mariadb", "mariadb-dump", "mariadb-import"} {
		if _, err := exec.LookPath(name); err != nil {
			return stop, fmt.Errorf("no %s: install mariadb-client", name)
		}
	}
	bin, err := lookServer("mariadbd", "/usr/sbin")
	if err != nil {
		return stop, fmt.Errorf("no mariadbd: install mariadb-server")
	}
	me, err := user.Current()
	if err != nil {
		return stop, err
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return stop, err
	}
	data, socket := filepath.Join(dir, "data"), filepath.Join(dir, "s")
	install := exec.Command("mariadb-install-db", "--no-defaults", "--user="+me.Username, "--datadir="+data,
		"--auth-root-authentication-method=normal", "--skip-test-db")
	if out, err := install.CombinedOutput(); err != nil {
		return stop, fmt.Errorf("mariadb-install-db: %w\n%s", err, out)
	}
	server := exec.Command(bin, "--no-defaults", "--user="+me.Username, "--datadir="+data, "--socket="+socket,
		"--pid-file="+filepath.Join(dir, "pid"), "--skip-networking", "--max-allowed-packet=256M", "--skip-log-bin",
		"--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=64M", "--secure-file-priv=", "--local-infile=1")
	stop, err = start(server, nil, syscall.SIGTERM, func() error {
		return exec.Command("mariadb", "--no-defaults", "--socket="+socket, "-uroot", "-e", "SELECT 1").Run()
	})
	if err == nil {
		mysqlSocket = socket
	}
	return stop, err
}

// startPostgres starts a server as the user postgres if we are root, since it
// refuses to be root's.
func startPostgres(dir string) (stop func(), err error) {
	stop = func() {}
	for _, name := range []string{"psql", "pg_dump"} {
		if _, err := exec.LookPath(name); err != nil {
			return stop, fmt.Errorf("no %s: install postgresql", name)
		}
	}
	initdb, err := lookServer("initdb", "/usr/lib/postgresql/*/bin")
	if err != nil {
		return stop, fmt.Errorf("no initdb: install postgresql")
	}
	postgres, err := lookServer("postgres", "/usr/lib/postgresql/*/bin")
	if err != nil {
		return stop, fmt.Errorf("no postgres: install postgresql")
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return stop, err
	}
	as, err := other("postgres", dir)
	if err != nil {
		return stop, err
	}
	data := filepath.Join(dir, "data")
	install := exec.Command(initdb, "-D", data, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-U", "postgres", "--no-sync")
	install.Dir, install.SysProcAttr = dir, &syscall.SysProcAttr{Credential: as}
	if out, err := install.CombinedOutput(); err != nil {
		return stop, fmt.Errorf("initdb: %w\n%s", err, out)
	}
	server := exec.Command(postgres, "-D", data, "-c", "listen_addresses=", "-c", "unix_socket_directories="+dir, "-c", "fsync=off")
	stop, err = start(server, as, syscall.SIGINT, func() error {
		return exec.Command("psql", "-X", "-h", dir, "-U", "postgres", "-c", "SELECT 1").Run()
	})
	if err == nil {
		pgHost = dir
	}
	return stop, err
}

// other gives dir to the user called name, for a server that root must not
// run; without being root there is nothing to do.
func other(name, dir string) (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup(name)
	if err != nil {
		return nil, err
	}
	uid, err1 := strconv.ParseUint(u.Uid, 10, 32)
	gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, os.Chown(dir, int(uid), int(gid))
}

// lookServer finds a command that Debian has outside of PATH.
func lookServer(name, dirs string) (string, error) {
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	found, err := filepath.Glob(filepath.Join(dirs, name))
	if err != nil || len(found) == 0 {
		return "", exec.ErrNotFound
	}
	return found[len(found)-1], nil
}

// start starts a server and waits until it answers. stop ends it with a signal
// and waits for that; it is never nil.
func start(cmd *exec.Cmd, as *syscall.Credential, end syscall.Signal, answers func() error) (stop func(), err error) {
	var log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &log, &log
	cmd.Dir = filepath.Dir(cmd.Path)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: as, Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		return func() {}, err
	}
	ended := make(chan struct{})
	go func() {
		cmd.Wait() //nolint:errcheck // how it ended is in its log
		close(ended)
	}()
	stop = func() {
		cmd.Process.Signal(end) //nolint:errcheck // it may be gone
		select {
		case <-ended:
		case <-time.After(startWithin):
			cmd.Process.Kill() //nolint:errcheck // as above
			<-ended
		}
	}
	for deadline := time.Now().Add(startWithin); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		if err = answers(); err == nil {
			return stop, nil
		}
		select {
		case <-ended:
			return func() {}, fmt.Errorf("%s ended:\n%s", filepath.Base(cmd.Path), log.String())
		default:
		}
	}
	stop()
	return func() {}, fmt.Errorf("%s does not answer: %w\n%s", filepath.Base(cmd.Path), err, log.String())
}

// client runs a command with in as its input, and returns what it wrote. The
// error has what it said.
func client(in []byte, env []string, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Stdin = bytes.NewReader(in)
	cmd.Env = append(os.Environ(), env...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		return out.Bytes(), fmt.Errorf("%s: %w: %s", name, err, strings.TrimSpace(said.String()))
	}
	return out.Bytes(), nil
}

INSERT INTO t VALUES ('cafÃ©');

//! The documented connection strings as examples.

/// Specification, the printed example (blanks after semicolons left out), and what its parts are, by their keys.
pub(super) type Documented = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

pub(super) const BLOB: &str = "4c10e202-c428-4796-9208-5f1f5732b1cf";
pub(super) const TABLES: &str = "ecde33f2-c56f-46cc-bdea-ad151c16cd69";
pub(super) const COUCHBASE: &str = "1fe283f6-9bec-11ea-bb37-0242ac130002";
pub(super) const GREENPLUM: &str = "37b6bf40-d318-4655-90be-5cd6f65d334b";
pub(super) const VERTICA: &str = "a8b6a1a4-5735-42b4-952c-85dce0ac38b5";
pub(super) const MARIADB: &str = "3000eb99-cd47-43f3-827c-43caf170f015";
pub(super) const MYSQL: &str = "26d738e0-8963-47ea-aadf-c60de735468a";
pub(super) const ORACLE: &str = "d6b52d86-f0f8-475f-89d4-ce54c8527328";
pub(super) const POSTGRESQL: &str = "74a1c565-4e59-48d7-9d67-7c03b8a13137";
pub(super) const SNOWFLAKE: &str = "b2e08744-4f1a-40ce-af30-7abac3e23cf3";
pub(super) const SQL_SERVER: &str = "1f372ff9-38a4-4492-96f5-b9a4e4bd00ec";
pub(super) const SYNAPSE: &str = "a49bcc7d-8038-43af-b1e4-5a7a089a7d79";
pub(super) const TERADATA: &str = "2fa8af9c-2d1a-43ea-a253-f00a00c74412";

/// With names in capitals instead of Adobe's places in braces, which mean something to some drivers.
pub(super) const DOCUMENTED: [Documented; 13] = [
    (
        BLOB,
        "DefaultEndpointsProtocol=https;AccountName=ACCOUNT_NAME;AccountKey=ACCOUNT_KEY==",
        &[
            ("AccountName", "ACCOUNT_NAME"),
            ("AccountKey", "ACCOUNT_KEY=="),
        ],
    ),
    (
        TABLES,
        "DefaultEndpointsProtocol=https;AccountName=ACCOUNT_NAME;AccountKey=ACCOUNT_KEY",
        &[
            ("AccountName", "ACCOUNT_NAME"),
            ("AccountKey", "ACCOUNT_KEY"),
        ],
    ),
    (
        COUCHBASE,
        r#"Server=SERVER;Port=8093;AuthMech=1;CredString=[{"user":"USER","pass":"PASS"}];"#,
        &[
            ("Server", "SERVER"),
            ("Port", "8093"),
            ("user", "USER"),
            ("pass", "PASS"),
        ],
    ),
    (
        GREENPLUM,
        "HOST=SERVER;PORT=5432;DB=DATABASE;UID=USERNAME;PWD=PASSWORD",
        &[
            ("HOST", "SERVER"),
            ("PORT", "5432"),
            ("DB", "DATABASE"),
            ("UID", "USERNAME"),
            ("PWD", "PASSWORD"),
        ],
    ),
    (VERTICA, COMMON, COMMON_PARTS),
    (MARIADB, COMMON, COMMON_PARTS),
    (MYSQL, COMMON, COMMON_PARTS),
    (
        ORACLE,
        "Host=HOST;Port=1521;Sid=SID;User Id=USERNAME;Password=PASSWORD",
        &[
            ("Host", "HOST"),
            ("Port", "1521"),
            ("Sid", "SID"),
            ("User Id", "USERNAME"),
            ("Password", "PASSWORD"),
        ],
    ),
    (
        POSTGRESQL,
        "Server=SERVER;Database=DATABASE;Port=5432;UID=USERNAME;Password=PASSWORD",
        &[
            ("Server", "SERVER"),
            ("Database", "DATABASE"),
            ("Port", "5432"),
            ("UID", "USERNAME"),
            ("Password", "PASSWORD"),
        ],
    ),
    (
        SNOWFLAKE,
        "jdbc:snowflake://ACCOUNT.snowflakecomputing.com/?user=USERNAME&password=PASSWORD&db=DATABASE\
         &warehouse=WAREHOUSE",
        &[
            ("account", "ACCOUNT"),
            ("user", "USERNAME"),
            ("password", "PASSWORD"),
            ("db", "DATABASE"),
            ("warehouse", "WAREHOUSE"),
        ],
    ),
    (
        SQL_SERVER,
        r"Data Source=SERVER\INSTANCE;Initial Catalog=DATABASE;Integrated Security=False;User ID=USER_ID;Password=PASSWORD;",
        &[
            ("Data Source", r"SERVER\INSTANCE"),
            ("Initial Catalog", "DATABASE"),
            ("User ID", "USER_ID"),
            ("Password", "PASSWORD"),
        ],
    ),
    (
        SYNAPSE,
        "Server=tcp:SERVER.database.windows.net,1433;Database=DATABASE;User ID=USERNAME@SERVER;Password=PASSWORD;\
         Trusted_Connection=False;Encrypt=True;Connection Timeout=30",
        &[
            ("Server", "tcp:SERVER.database.windows.net,1433"),
            ("Database", "DATABASE"),
            ("User ID", "USERNAME@SERVER"),
            ("Password", "PASSWORD"),
        ],
    ),
    (
        TERADATA,
        "DBCName=SERVER;Uid=USERNAME;Pwd=PASSWORD",
        &[
            ("DBCName", "SERVER"),
            ("Uid", "USERNAME"),
            ("Pwd", "PASSWORD"),
        ],
    ),
];

pub(super) const COMMON: &str =
    "Server=SERVER;Port=3306;Database=DATABASE;UID=USERNAME;PWD=PASSWORD";
pub(super) const COMMON_PARTS: &[(&str, &str)] = &[
    ("Server", "SERVER"),
    ("Port", "3306"),
    ("Database", "DATABASE"),
    ("UID", "USERNAME"),
    ("PWD", "PASSWORD"),
];

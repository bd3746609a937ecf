package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.clv4j.json.ColumnType;
import io.github.clv4j.json.RawColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody could try who writes the SQL of a plan for others to run. Whatever it is, it is refused by a message that
 * names the SQL file; no file is read, written or made; and the database and the JVM go on.
 */
class SqlAttackTest {

    private static final List<RawColumn> COLUMNS =
            List.of(new RawColumn("id", ColumnType.TEXT), new RawColumn("spend", ColumnType.NUMBER));
    private static final String SPEND = "SELECT input_row, spend FROM customers";

    @TempDir
    static Path folder;

    private static Path input;
    private static Path canary;
    private static Path written;
    private static TreeMap<String, String> before;
    private static CustomerDatabase customers;

    @BeforeAll
    static void layOut() throws IOException {
        input = Files.writeString(folder.resolve("customers.csv"), "id,spend\nC0,10\nC1,\n,30\n");
        canary = Files.writeString(folder.resolve("canary.csv"), "id,spend\nsecret,1\n");
        written = folder.resolve("stolen");
        before = files();
        customers = load(Duration.ofMinutes(5));
    }

    @AfterAll
    static void theDatabaseGoesOn() {
        assertThat(prepare(customers, SPEND).numbers("spend")).containsExactly(10, Double.NaN, 30);
        customers.close();
    }

    @AfterEach
    void noFileIsChanged() throws IOException {
        assertThat(files()).isEqualTo(before);
        assertThat(Path.of(".tmp")).doesNotExist();
    }

    @Nested
    class ReadingOtherThings {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "FROM read_csv('CANARY')",
                    "FROM read_csv_auto('CANARY')",
                    "FROM READ_TEXT('CANARY')",
                    "FROM \"read_blob\"('CANARY')",
                    "FROM main.read_text('CANARY')",
                    "FROM system.main.read_text('CANARY')",
                    "FROM read_json('CANARY')",
                    "FROM read_json_objects('CANARY')",
                    "FROM read_parquet('CANARY')",
                    "FROM parquet_scan('CANARY')",
                    "FROM parquet_metadata('CANARY')",
                    "FROM parquet_schema('CANARY')",
                    "FROM read_duckdb('CANARY')",
                    "FROM sniff_csv('CANARY')",
                    "FROM glob('FOLDER/*')",
                    "FROM 'CANARY'",
                    "FROM \"CANARY\"",
                    "TABLE 'CANARY'",
                    "FROM arrow_scan(1, 2, 3)",
                    "FROM seq_scan('customer_rows')",
                    "FROM query('FROM read_text(''CANARY'')')",
                    "FROM query_table('customer_rows')",
                    "FROM query_table(['customers', 'customer_rows'])",
                    "FROM json_execute_serialized_sql(json_serialize_sql('FROM ''CANARY'''))",
                    "FROM customer_rows",
                    "FROM main.customer_rows",
                    "FROM memory.main.customer_rows",
                    "FROM information_schema.tables",
                    "FROM pg_catalog.pg_settings",
                    "FROM sqlite_master",
                    "FROM duckdb_tables",
                    "FROM duckdb_tables()",
                    "FROM duckdb_settings()",
                    "FROM duckdb_secrets()",
                    "FROM which_secret('s3://x', 's3')",
                    "FROM duckdb_variables()",
                    "FROM duckdb_logs",
                    "FROM duckdb_temporary_files()",
                    "FROM duckdb_extensions()",
                    "FROM pragma_database_list",
                    "FROM pragma_database_size()",
                    "FROM pragma_table_info('customer_rows')",
                    "FROM pragma_storage_info('customer_rows')",
                    "FROM pragma_show('customer_rows')",
                    "FROM pragma_user_agent()",
                    "FROM pg_timezone_names()",
                    "FROM test_all_types()",
                    "FROM enable_logging(storage_path = 'WRITTEN')",
                    "FROM enable_profiling(save_location = 'WRITTEN')",
                    "FROM checkpoint()",
                    "FROM force_checkpoint()",
                    "FROM truncate_duckdb_logs()",
                    "FROM register_external_resource('x', 'y')",
                    "FROM histogram('customer_rows', 'v0')",
                    "SELECT input_row, (SELECT content FROM read_text('CANARY')) AS spend FROM customers",
                    "SELECT input_row, (SELECT count(*) FROM customer_rows) AS spend FROM customers",
                    "WITH x AS (FROM read_text('CANARY')) SELECT input_row, spend FROM customers, x",
                    "SELECT input_row, spend FROM customers WHERE spend IN (FROM 'CANARY')",
                    "SELECT input_row, spend FROM customers ORDER BY (FROM read_text('CANARY'))",
                    "SELECT input_row, spend FROM customers LIMIT (SELECT size FROM read_text('CANARY'))",
                    "SELECT input_row, spend FROM customers, LATERAL (FROM read_text(customers.id))",
                    "SELECT input_row, spend FROM customers SEMI JOIN customer_rows ON true"
                })
        void otherTablesAndFilesAreOutOfReach(String attack) {
            assertRefused(attack, "features.sql must not select from ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"customer_rows", "tables", "pg_settings", "sqlite_master", "Customers"})
        void theNameOfASubqueryCannotStandForATableElsewhere(String table) {
            assertRefused(
                    "SELECT a.* FROM " + table + " AS a, (WITH " + table + " AS (SELECT 1) FROM " + table + ") AS b",
                    "features.sql must not call a subquery ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "DESCRIBE customer_rows",
                    "SUMMARIZE customer_rows",
                    "SHOW TABLES",
                    "SHOW ALL TABLES",
                    "SHOW DATABASES",
                    "SELECT input_row, id AS spend FROM customers, (DESCRIBE customers)",
                    "SELECT input_row, name AS spend FROM customers, (SHOW ALL TABLES)",
                    "FROM (SUMMARIZE customers)"
                })
        void nothingIsDescribed(String attack) {
            assertRefused(attack, "features.sql must ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "getenv('HOME')",
                    "current_setting('secret_directory')",
                    "getvariable('x')",
                    "current_database()",
                    "current_query()",
                    "current_schemas(true)",
                    "current_catalog",
                    "nextval('x')",
                    "txid_current()",
                    "pg_get_viewdef(1)",
                    "get_block_size('memory')",
                    "format_type(1, 1)",
                    "json_serialize_plan('FROM duckdb_settings()')",
                    "json_serialize_plan('FROM read_csv(''CANARY'')')",
                    "in_search_path('a', 'b')",
                    "stats(spend)",
                    "write_log('x')",
                    "error('x')",
                    "sleep_ms(1)",
                    "pg_sleep(1)"
                })
        void noFunctionTellsOfTheMachineOrOfTheDatabase(String attack) {
            assertValueRefused(attack, "");
        }
    }

    @Nested
    class Writing {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "COPY customers TO 'WRITTEN'",
                    "COPY (SELECT 1) TO 'INPUT'",
                    "COPY customer_rows FROM 'CANARY'",
                    "COPY FROM DATABASE memory TO temp",
                    "EXPORT DATABASE 'WRITTEN'",
                    "IMPORT DATABASE 'FOLDER'",
                    "ATTACH 'WRITTEN'",
                    "ATTACH ':memory:' AS x",
                    "DETACH memory",
                    "USE temp",
                    "CHECKPOINT",
                    "VACUUM customer_rows",
                    "ANALYZE",
                    "INSTALL httpfs",
                    "INSTALL 'FOLDER/x.duckdb_extension'",
                    "LOAD httpfs",
                    "LOAD 'FOLDER/x.duckdb_extension'",
                    "UPDATE EXTENSIONS",
                    "SET threads = 4",
                    "SET GLOBAL max_execution_time = 0",
                    "SET VARIABLE x = 1",
                    "RESET lock_configuration",
                    "SET enable_external_access = true",
                    "PRAGMA enable_profiling",
                    "PRAGMA table_info('customer_rows')",
                    "CALL pragma_version()",
                    "CALL enable_logging(storage_path = 'WRITTEN')",
                    "INSERT INTO customer_rows FROM customer_rows",
                    "UPDATE customer_rows SET v1 = 0",
                    "DELETE FROM customer_rows",
                    "TRUNCATE customer_rows",
                    "MERGE INTO customer_rows USING customers ON true WHEN MATCHED THEN DELETE",
                    "DROP VIEW customers",
                    "ALTER TABLE customer_rows ADD COLUMN x INT",
                    "COMMENT ON TABLE customer_rows IS 'x'",
                    "CREATE TABLE t AS FROM customers",
                    "CREATE OR REPLACE VIEW customers AS SELECT 1",
                    "CREATE TEMP VIEW v AS SELECT 1",
                    "CREATE MACRO sum(x) AS 1",
                    "CREATE MACRO f() AS TABLE FROM customer_rows",
                    "CREATE TYPE t AS ENUM ('a')",
                    "CREATE SEQUENCE s",
                    "CREATE SCHEMA s",
                    "CREATE SECRET (TYPE s3)",
                    "CREATE PERSISTENT SECRET x (TYPE s3)",
                    "DROP SECRET x",
                    "BEGIN",
                    "COMMIT",
                    "ROLLBACK",
                    "PREPARE p AS SELECT 1",
                    "EXECUTE p",
                    "DEALLOCATE p",
                    "EXPLAIN SELECT 1",
                    "EXPLAIN ANALYZE FROM customers",
                    "PIVOT customers ON spend USING count(*)",
                    "WITH x AS (DELETE FROM customer_rows RETURNING *) SELECT input_row, spend FROM customers",
                    "WITH x AS (UPDATE customer_rows SET v1 = 0 RETURNING *) FROM customers",
                    "WITH x AS (INSERT INTO customer_rows FROM customer_rows RETURNING *) FROM customers",
                    "WITH x AS (COPY customer_rows TO 'WRITTEN') SELECT input_row, spend FROM customers",
                    "FROM customers CROSS JOIN (WITH x AS (DELETE FROM customer_rows RETURNING *) FROM x)"
                })
        void onlyASelectIsAccepted(String attack) {
            assertRefused(attack, "features.sql must be a single SELECT, but ");
        }
    }

    @Nested
    class OneStatement {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "FROM customers; FROM customers",
                    "FROM customers; DELETE FROM customer_rows",
                    "FROM customers;;COPY customers TO 'WRITTEN'",
                    "DELETE FROM customer_rows; FROM customers",
                    "ROLLBACK; DELETE FROM customer_rows; COMMIT; FROM customers",
                    "SELECT 1 /* ; */; -- ;\nSELECT 2",
                    "SELECT 1 -- \n; SELECT 2",
                    "SELECT 1 --\r; SELECT 2",
                    "SELECT 1 /* /* */ */; SELECT 2",
                    "SELECT '\\'; SELECT 2; --'",
                    "SELECT E'\\''; SELECT 2; --'",
                    "SELECT $$;$$; SELECT $a$;$a$",
                    "SELECT 1;\u00A0SELECT 2",
                    "SELECT 1\u2028;SELECT 2",
                    "\uFEFFSELECT 1; SELECT 2"
                })
        void twoAreRefusedHoweverTheyAreHidden(String attack) {
            assertRefused(attack, "features.sql");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-- ; DELETE FROM customer_rows\n" + SPEND,
                    SPEND + " /* ; /* DELETE */ FROM */",
                    SPEND + " WHERE id IS DISTINCT FROM '; DROP VIEW customers; --'",
                    SPEND + " WHERE id IS DISTINCT FROM $$; DROP VIEW customers; --$$",
                    SPEND + " WHERE id IS DISTINCT FROM $a$; $$ ; $a$",
                    SPEND + " -- \u037E \uFF1B DROP VIEW customers",
                    "\uFEFF" + SPEND + ";\u00A0;"
                })
        void whatOnlyLooksLikeASecondIsOne(String harmless) {
            assertThat(prepare(customers, harmless).numbers("spend")).containsExactly(10, Double.NaN, 30);
        }

        @Test
        void theEndOfATextForDuckDbIsNoPlaceToHideAnother() {
            assertRefused(SPEND + " --\0\n; DROP VIEW customers", "must not hold the character U+0000");
        }

        @ParameterizedTest
        @ValueSource(strings = {"?", "$1", "$x", "CAST(? AS DOUBLE)", "(SELECT $1)"})
        void parametersAreRefused(String parameter) {
            assertValueRefused(parameter, "features.sql must not use parameters");
        }
    }

    @Nested
    class EveryCustomerOnce {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        SELECT input_row, spend FROM customers WHERE spend > 10                   | loses rows
                        SELECT input_row, spend FROM customers LIMIT 2                            | loses rows
                        SELECT input_row, spend FROM customers OFFSET 1                           | loses rows
                        SELECT input_row, spend FROM customers LIMIT 50%                          | loses rows
                        SELECT DISTINCT ON (spend > 0) input_row, spend FROM customers            | loses rows
                        FROM customers SELECT input_row, spend WHERE false                        | loses rows
                        SELECT input_row, spend FROM customers, (VALUES (1), (2)) v(x)            | repeats rows
                        SELECT input_row, spend FROM customers, range(2)                          | repeats rows
                        SELECT input_row, spend FROM customers, range(1000000000000)              | repeats rows
                        SELECT input_row, spend, FROM customers, unnest([1, 2])                   | repeats rows
                        SELECT unnest([input_row, input_row]) AS input_row, spend FROM customers  | repeats rows
                        SELECT 0 AS input_row, spend FROM customers                               | repeats rows
                        SELECT input_row // 2 AS input_row, spend FROM customers                  | repeats rows
                        SELECT input_row + 1 AS input_row, spend FROM customers                   | adds rows
                        SELECT -1 - input_row AS input_row, spend FROM customers                  | adds rows
                        SELECT 9223372036854775807 AS input_row, spend FROM customers             | adds rows
                        SELECT NULL::INT AS input_row, spend FROM customers                       | adds rows
                        SELECT NULL AS input_row, spend FROM customers                            | must be a whole
                        SELECT input_row::DOUBLE AS input_row, spend FROM customers               | must be a whole
                        SELECT 170141183460469231731687303715884105727 AS input_row, spend FROM customers | out of range
                        SELECT input_row, spend FROM customers UNION ALL SELECT 3, 4              | adds rows
                        SELECT input_row, spend FROM customers GROUP BY GROUPING SETS ((), (input_row, spend)) | adds rows
                        SELECT range AS input_row, 1 AS spend FROM range(3)                       | must select from customers
                        VALUES (0, 1), (1, 2), (2, 3)                                             | must select from customers
                        SELECT 1                                                                  | must select from customers
                        """)
        void rowsAreNeitherLostNorRepeatedNorMadeUp(String attack, String message) {
            assertRefused(attack, message);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "FROM customers",
                    "TABLE customers",
                    "SELECT input_row, spend, id FROM customers",
                    "SELECT COLUMNS('.*') FROM customers",
                    "SELECT input_row, spend, 1 AS input_row_1 FROM customers"
                })
        void columnsThatNobodyAskedForAreRefused(String attack) {
            assertRefused(attack, "features.sql returns the column '");
        }
    }

    @Nested
    class TheCustomerAlone {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "SELECT a.input_row, b.spend FROM customers a JOIN customers b ON a.input_row = 2 - b.input_row",
                    "SELECT input_row, (SELECT max(spend) FROM customers) AS spend FROM customers",
                    "SELECT input_row, (SELECT spend FROM customers LIMIT 1) AS spend FROM customers",
                    "SELECT input_row, len(ARRAY(SELECT spend FROM customers)) AS spend FROM customers",
                    "SELECT input_row, spend FROM customers WHERE spend IN (SELECT spend FROM customers)",
                    "SELECT input_row, spend FROM customers ORDER BY EXISTS (FROM customers)",
                    "SELECT * FROM customers NATURAL JOIN (SELECT input_row FROM main.customers)",
                    "SELECT a.input_row, b.spend FROM customers a ASOF JOIN customers b ON a.input_row >= b.input_row",
                    "WITH x AS (FROM customers) SELECT a.input_row, b.spend FROM x a, x b",
                    "SELECT input_row, spend FROM customers INTERSECT SELECT input_row, spend FROM customers",
                    "SELECT input_row, avg(spend) OVER () AS spend FROM customers",
                    "SELECT input_row, lag(spend) OVER w AS spend FROM customers WINDOW w AS (ORDER BY input_row)",
                    "SELECT input_row, spend FROM customers QUALIFY row_number() OVER () > 0",
                    "SELECT unnest(list(input_row)) AS input_row, avg(spend) AS spend FROM customers",
                    "SELECT input_row, any_value(spend) AS spend FROM customers GROUP BY ALL",
                    "SELECT input_row, spend FROM customers PIVOT (sum(spend) FOR id IN ('C0'))",
                })
        void noOtherCustomerIsLookedAt(String attack) {
            assertRefused(attack, "features.sql must");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "SELECT input_row, geomean(spend) AS spend FROM customers",
                    "SELECT input_row, \"weighted_avg\"(spend, 1) AS spend FROM customers",
                    "SELECT input_row, json_group_array(spend) AS spend FROM customers",
                    "SELECT input_row, x AS spend FROM customers POSITIONAL JOIN (VALUES (1), (2), (3)) v(x)",
                    "WITH RECURSIVE x(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM x) SELECT i FROM x, customers"
                })
        void whatCouldLookAtThemIsRefused(String attack) {
            assertRefused(attack, "features.sql must not use ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "random()",
                    "RANDOM()",
                    "main.random()",
                    "epoch(now())",
                    "year(today())",
                    "current_date",
                    "CURRENT_TIME",
                    "current_timestamp",
                    "localtime",
                    "localtimestamp",
                    "current_localtimestamp()",
                    "get_current_time()",
                    "year(age(DATE '2020-01-01'))",
                    "year(ago(INTERVAL 1 YEAR))",
                    "pg_postmaster_start_time()",
                    "gen_random_uuid()",
                    "uuidv7()",
                    "setseed(0.5)",
                    "list_transform([1], lambda x: x + random())[1]",
                    "(SELECT random())"
                })
        void clocksAndChanceAreRefused(String attack) {
            assertValueRefused(attack, "features.sql must give the same at every run");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    SPEND + " USING SAMPLE 3",
                    "SELECT input_row, spend FROM customers TABLESAMPLE reservoir(100%)",
                    "SELECT input_row, spend FROM (FROM customers TABLESAMPLE 100%)"
                })
        void samplesAreRefused(String attack) {
            assertRefused(attack, "features.sql must give the same at every run, but uses a sample");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "FROM customers SELECT input_row, spend",
                    "(FROM customers SELECT input_row, spend) ORDER BY spend",
                    "WITH x AS (FROM customers) SELECT input_row, spend FROM x",
                    "SELECT * EXCLUDE (id) FROM customers",
                    "SELECT input_row, list_transform([spend], lambda x: x + 0)[1] AS spend FROM customers",
                    "SELECT input_row, coalesce(spend, NULL) AS spend FROM customers LEFT JOIN (VALUES (1)) v(x) ON true",
                    "SELECT input_row, spend FROM customers GROUP BY ALL",
                    "SELECT input_row, nullif(spend, 0) AS spend FROM customers",
                    "SELECT input_row, CASE WHEN spend > 0 THEN spend END AS spend FROM customers WHERE id IS NULL OR true",
                    "SELECT input_row, spend FROM customers WHERE date_diff('day', DATE '2024-01-01', DATE '2024-03-01') = 60"
                })
        void whatStaysWithTheCustomerIsFine(String harmless) {
            assertThat(prepare(customers, harmless).numbers("spend")).containsExactly(10, Double.NaN, 30);
        }
    }

    @Nested
    class DeepAndLong {

        /** On the stack of an ordinary thread each of them ends the JVM. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        '1 + '                 | 1    | ''
                        'NOT '                 | true | ''
                        abs(                   | 1    | )
                        'CASE WHEN true THEN ' | 1    | ' END'
                        """)
        void sqlMayNestAsDeepAsDuckDbAllows(String open, String middle, String close) {
            String deep = open.repeat(900) + middle + close.repeat(900);
            assertRefused("SELECT input_row, spend FROM customers WHERE 0 = (" + deep + ")::INT", "loses rows");
        }

        @Test
        void sqlThatNestsDeeperIsRefused() {
            int depth = 5_000;
            String message = "Max expression depth limit of 1000 exceeded";
            assertValueRefused("1 + ".repeat(depth) + 1, message);
            assertValueRefused("(".repeat(depth) + 1 + ")".repeat(depth), message);
            assertValueRefused("[".repeat(depth) + 1 + "]".repeat(depth), message);
            assertRefused("FROM (".repeat(depth) + "FROM customers" + ")".repeat(depth), message);
            assertRefused(SPEND + ", range(1)".repeat(depth), message);
        }

        @Test
        void sqlThatIsTooLongIsNotEvenParsed() {
            assertRefused("SELECT " + "(".repeat(10_000_000), "must not be longer than 100000 characters");
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> customers.rowsWhere("fitWhere", "(".repeat(100_000)))
                    .withMessage("fitWhere must not be longer than 100000 characters, but has 100007");
        }

        @Test
        void aTextThatNoIdIsAsLongAsIsNotReadIntoMemory() {
            String sql = "SELECT input_row, repeat('x', 1000001) AS id FROM customers";
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> customers.prepare("features.sql", sql, List.of(), List.of("id"), Set.of()))
                    .withMessage("features.sql: column 'id' must have texts of at most 1000000 bytes,"
                            + " but has one of 1000001");
        }

        @Test
        void messagesAreShortAndDoNotSpeakToTheTerminal() {
            assertRefused("SELECT input_row, spend, 1 AS \"\u001B[2J\u009B\" FROM customers", "the column '?[2J?'");
            assertRefused("SELECT input_row, CAST(repeat('x', 5000) AS INT) AS spend FROM customers", "xxx...");
        }

        @Test
        void aComparisonCalledByItsNameIsRefusedBecauseItMayEndTheProcess() {
            for (String name : List.of("=", "!=", "<", "<=", ">", ">=", "IS DISTINCT FROM", "IS NOT DISTINCT FROM")) {
                assertValueRefused("\"" + name + "\"({'a': [1]}, '0101'::BIT)", "features.sql must not use ");
            }
            assertValueRefused("finalize(to_aggregate_state('x'))", "features.sql must not use ");
            assertValueRefused("__internal_decompress_string(1)", "features.sql must not use ");
        }
    }

    @Nested
    class TimeAndMemory {

        private static final String TOO_LONG = " did not end within 1 s; --sql-time-limit SECONDS gives it longer";
        private static final String TOO_MUCH = "features.sql needs more memory than there is for it";

        @AfterEach
        void noThreadIsLeft() throws InterruptedException {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("plan-sql")) {
                    thread.join(Duration.ofMinutes(2).toMillis());
                    assertThat(thread.isAlive()).isFalse();
                }
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    SPEND + ", range(1000000000000) a, range(1000000000000) b WHERE hash(a.range + b.range) = 1",
                    SPEND + " ORDER BY (SELECT r FROM range(1000000000000) r(r) WHERE hash(r) = 1)",
                    SPEND + " LIMIT (SELECT r FROM range(1000000000000) r(r) WHERE hash(r) = 1)",
                    "WITH x AS MATERIALIZED (SELECT r FROM range(1000000000000) r(r) WHERE hash(r) = 1) " + SPEND
                            + ", x"
                })
        void sqlThatRunsForeverIsStoppedAndTheDatabaseGoesOn(String attack) {
            try (CustomerDatabase impatient = load(Duration.ofSeconds(1))) {
                assertThatExceptionOfType(UserError.class)
                        .isThrownBy(() -> prepare(impatient, attack))
                        .withMessage("features.sql" + TOO_LONG);
                assertThatExceptionOfType(UserError.class)
                        .isThrownBy(() -> impatient.rowsWhere("plan.json: fitWhere", "EXISTS (" + attack + ")"))
                        .withMessage("plan.json: fitWhere" + TOO_LONG);
                assertThat(prepare(impatient, SPEND).numbers("spend")).containsExactly(10, Double.NaN, 30);
            }
        }

        /** One call of a function is not stopped, nor is a constant that is computed while a statement is prepared. */
        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {"'ab', 15000", "`coalesce(id, 'ab')`, 9000"})
        void sqlThatDuckDbCannotStopIsNotWaitedFor(String text, int times) {
            String distance = "levenshtein(repeat(" + text + ", " + times + "), repeat('ba', " + times + "))";
            try (CustomerDatabase impatient = load(Duration.ofSeconds(1))) {
                assertThatExceptionOfType(UserError.class)
                        .isThrownBy(
                                () -> prepare(impatient, "SELECT input_row, " + distance + " AS spend FROM customers"))
                        .withMessage("features.sql" + TOO_LONG);
            }
        }

        @Test
        void whatIsLeftBehindGivesBackWhatItUsedWhenItEnds() throws InterruptedException {
            CountDownLatch closed = new CountDownLatch(1);
            SqlThread thread = new SqlThread(Duration.ofMillis(1), Long.MAX_VALUE / 2, closed::countDown);
            CountDownLatch end = new CountDownLatch(1);
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> thread.run("x", () -> {
                        end.await();
                        return 1;
                    }));
            assertThat(thread.isLeftBehind()).isTrue();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> thread.run("x", () -> 1));
            assertThat(closed.getCount()).isOne();
            end.countDown();
            assertThat(closed.await(1, TimeUnit.MINUTES)).isTrue();
        }

        @Test
        void sqlThatFillsTheMemoryIsLeftBehind() throws SQLException {
            DuckDBConnection connection = Sql.openInMemory();
            SqlThread thread = new SqlThread(Duration.ofMinutes(1), 200_000_000, () -> close(connection));
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> thread.run(
                            "features.sql",
                            () -> Sql.queryLong(connection, "SELECT len(range(100000000 + r)) FROM range(1) t(r)")))
                    .withMessage(TOO_MUCH);
        }

        @Test
        void whatDuckDbRefusesForLackOfMemoryIsToldAndNothingGoesToDisk() throws SQLException {
            try (DuckDBConnection connection = Sql.openInMemory()) {
                Sql.execute(connection, "SET memory_limit = '50MB'");
                SqlThread thread = new SqlThread(Duration.ofMinutes(1), Long.MAX_VALUE / 2, () -> close(connection));
                String sort = "SELECT count(*) FROM (SELECT hash(range) AS h FROM range(50000000) ORDER BY h OFFSET 1)";
                assertThatExceptionOfType(UserError.class)
                        .isThrownBy(() -> thread.run("features.sql", () -> Sql.queryLong(connection, sort)))
                        .withMessage(TOO_MUCH);
                assertThat(thread.<Long>run("features.sql", () -> Sql.queryLong(connection, "SELECT 42")))
                        .isEqualTo(42);
            }
        }

        private static void close(DuckDBConnection connection) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void assertValueRefused(String expression, String message) {
        assertRefused("SELECT input_row, " + expression + " AS spend FROM customers", message);
    }

    /** Refused as the SQL of a plan, and not taken for anything else after a first statement or in a condition. */
    private static void assertRefused(String attack, String message) {
        String sql = attack.replace("CANARY", canary.toString())
                .replace("INPUT", input.toString())
                .replace("WRITTEN", written.toString())
                .replace("FOLDER", folder.toString());
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> prepare(customers, sql))
                .withMessageStartingWith("features.sql")
                .withMessageContaining(message);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> prepare(customers, SPEND + "; " + sql))
                .withMessageStartingWith("features.sql");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> customers.rowsWhere("fitWhere", "true; " + sql))
                .withMessageStartingWith("fitWhere");
    }

    private static CustomerDatabase load(Duration timeLimit) {
        return CustomerDatabase.load(input, COLUMNS, Set.of(), timeLimit);
    }

    private static PreparedTable prepare(CustomerDatabase customers, String sql) {
        return customers.prepare("features.sql", sql, List.of("spend"), List.of(), Set.of());
    }

    private static TreeMap<String, String> files() throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), Files.readString(file));
            }
        }
        return contents;
    }
}

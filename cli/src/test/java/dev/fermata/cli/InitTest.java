package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A first compose file from what lies in a folder. */
final class InitTest {
  @TempDir private Path folder;
  private FakeEngine engine;
  private InProcess program;

  @BeforeEach
  void start() {
    engine = new FakeEngine().withImages("busybox", "postgres:17", "redis:7", "nginx:alpine");
    program = new InProcess(folder, engine);
  }

  private String written() throws IOException {
    return Files.readString(folder.resolve("compose.yaml"));
  }

  @Test
  void a_dockerfile_and_an_env_file_make_a_program_that_waits_for_its_database()
      throws IOException {
    program
        .file("Dockerfile", "FROM busybox\nEXPOSE 8000\n")
        .file(
            ".env", "DATABASE_URL=postgresql://me:s3cret@localhost/x\nCACHE='redis://localhost'\n");

    InProcess.Result result = program.run("init");

    assertThat(result.err())
        .isEqualTo(
            "wrote compose.yaml: app (Dockerfile), db (DATABASE_URL in .env), redis (CACHE in .env)\n");
    assertThat(written())
        .contains("    build: \".\"\n", "      - \"127.0.0.1:8000:8000\"\n", "    env_file: .env")
        .contains("      DATABASE_URL: \"postgres://app:${DB_PASSWORD:-app}@db:5432/app\"\n")
        .contains("      CACHE: \"redis://redis:6379\"\n")
        .contains("      db:\n        condition: service_healthy\n")
        .contains("pg_isready", "redis-cli ping", "db-data:")
        .doesNotContain("s3cret");
  }

  @Test
  void what_is_written_is_sound_and_comes_up() {
    program.file("index.html", "hi").file(".env.example", "A=postgres://x").run("init");

    InProcess.Result config = program.run("config", "-q");
    assertThat(config.err() + config.out()).isEmpty();
    assertThat(config.code()).isZero();
    assertThat(program.run("up", "-d", "--no-start").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "package.json|{\"scripts\": {\"start\": \"x\"}, \"dependencies\": {\"pg\": \"8\"}}|npm install && npm start",
        "package.json|{\"dependencies\": {\"ioredis\": \"5\", \"mysql2\": \"3\"}}|node .",
        "pom.xml|<parent>spring-boot-starter-parent</parent>|mvn spring-boot:run",
        "pom.xml|<project/>|java -jar target/*.jar",
        "go.mod|module x|golang:1",
        "requirements.txt|psycopg==3|pip install -r requirements.txt && python app.py",
        "pyproject.toml|pymongo|pip install . && python app.py",
        "index.html|<p>|nginx:alpine",
        "package.json|{\"dependencies\": {\"pg\": \"8\", \"mysql2\": \"3\"}}|mysql:8.4",
      })
  void each_language_has_its_own_way_and_is_sound(String file, String text, String expected)
      throws IOException {
    program.file(file, text);

    assertThat(program.run("init").code()).isZero();

    assertThat(written()).contains(expected);
    InProcess.Result config = program.run("config", "-q");
    assertThat(config.err()).isEmpty();
    assertThat(config.code()).isZero();
  }

  @Test
  void each_folder_with_a_dockerfile_is_a_service() throws IOException {
    Files.createDirectories(folder.resolve("api"));
    Files.createDirectories(folder.resolve("node_modules"));
    program
        .file("api/Dockerfile", "FROM busybox")
        .file("api/requirements.txt", "redis==5")
        .file("node_modules/Dockerfile", "FROM busybox");

    assertThat(program.run("init").err())
        .isEqualTo(
            "wrote compose.yaml: api (api/Dockerfile), redis (a dependency in api/requirements.txt)\n");
    assertThat(written()).contains("    build: \"./api\"\n");
  }

  @Test
  void a_file_that_is_there_stays_as_it_is() throws IOException {
    program.file("Dockerfile", "FROM busybox").file("docker-compose.yml", "services: {}");

    InProcess.Result result = program.run("init");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .startsWith("error: `docker-compose.yml` is there, and stays as it is\n");
    assertThat(program.run("init", "--stdout").out()).contains("services:\n  # From Dockerfile.\n");
    assertThat(program.run("init", "-o", "second.yaml").code()).isZero();
    assertThat(program.run("init", "-o", "second.yaml").code()).isEqualTo(1);
    assertThat(folder.resolve("compose.yaml")).doesNotExist();
  }

  @Test
  void a_folder_that_tells_nothing_is_told_so() {
    InProcess.Result result = program.run("init");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).startsWith("error: nothing in this folder tells what to run\n");
    assertThat(folder).isEmptyDirectory();
  }
}

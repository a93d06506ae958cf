package org.tssj.simulator.attest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tssj.attest.json.JsonValue;
import org.tssj.cli.Main;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bytes;
import org.tssj.simulator.SharedFixtures;

/** One run of the program {@code tpm}, on a machine without a TPM. */
record Program(int exitCode, String out, String err) {

  /** A row of the fixtures' index. */
  record Row(String file, String kind) {
    /** Where it lies. */
    String path() {
      return SharedFixtures.path("attest/" + file).toString();
    }

    /** What is expected of it. */
    JsonValue.Members expected(String suffix) {
      return JsonValue.read(Row.read(file + suffix)).object();
    }

    private static Bytes read(String file) {
      try {
        return Bytes.wrap(Files.readAllBytes(SharedFixtures.path("attest/" + file)));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static Program run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment machine =
        new Environment(
            name -> null,
            path -> false,
            "Linux",
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            prompt -> Optional.empty());
    int exitCode = Main.run(machine, args);
    return new Program(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Each line of standard output as an object. */
  List<JsonValue.Members> objects() {
    List<JsonValue.Members> objects = new ArrayList<>();
    out.lines().forEach(line -> objects.add(JsonValue.read(Bytes.utf8(line)).object()));
    return objects;
  }

  /** The rows of one kind. */
  static Stream<Row> rows(String kind) {
    return new String(Row.read("index.tsv").toArray(), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(columns -> columns[1].equals(kind))
        .map(columns -> new Row(columns[0], columns[1]));
  }
}

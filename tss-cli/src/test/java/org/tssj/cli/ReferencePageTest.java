package org.tssj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tssj.cli.manual.ReferencePage;

class ReferencePageTest {

  @Test
  void saysWhatTheVerbsSay() throws IOException {
    String page = ReferencePage.of(Manual.pages(), Manual.examples());
    Path file = Path.of(System.getProperty("tssj.root", "..")).resolve("docs/reference/tpm.md");
    if (Boolean.getBoolean("tssj.regenerate")) {
      Files.writeString(file, page);
    }
    assertEquals(page, Files.readString(file), "-Dtssj.regenerate=true writes it anew");
  }
}

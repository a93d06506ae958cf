package org.tssj.transport.libtpms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;

class StateFileTest {

  // Typed after swtpm's structures: version 2, readable from version 1, header of 10, no flags,
  // 19 bytes in all; data (tag 1) of 3 bytes.
  private static final String FILE = "02 01 000a 0000 00000013  0001 00000003 aabbcc";

  private static String refusalOf(String file) {
    return assertThrows(IOException.class, () -> StateFile.read(Bytes.hex(file).toArray()))
        .getMessage();
  }

  @Test
  void hasSwtpmsHeaderAndTheBlobBehindIt() throws IOException {
    assertEquals(Bytes.hex(FILE), Bytes.wrap(StateFile.write(new byte[] {-86, -69, -52})));
    assertEquals(Bytes.hex("aabbcc"), Bytes.wrap(StateFile.read(Bytes.hex(FILE).toArray())));
  }

  @Test
  void isReadOverEntriesThatAreNotTheData() throws IOException {
    String file = "02 01 000a 0000 0000001a  0007 00000001 ff  0001 00000003 aabbcc";
    assertEquals(Bytes.hex("aabbcc"), Bytes.wrap(StateFile.read(Bytes.hex(file).toArray())));
  }

  @Nested
  class Refuses {
    @Test
    void whatIsTooShortForItsHeader() {
      assertEquals(
          "too short for a state file of swtpm: 9 bytes", refusalOf("02 01 000a 0000 000000"));
    }

    @Test
    void aFileThatWasCutOff() {
      assertEquals(
          "no state file of swtpm, or a damaged one",
          refusalOf("02 01 000a 0000 00000013  0001 00000003 aabb"));
    }

    @Test
    void whatNeedsANewerReader() {
      assertEquals(
          "written by a newer swtpm: needs version 3 of the format",
          refusalOf("03 03 000a 0000 0000000a"));
    }

    @Test
    void whatIsEncrypted() {
      assertEquals(
          "encrypted with a key that only swtpm --key has: run swtpm on it",
          refusalOf("02 01 000a 0001 00000010  0002 00000000"));
    }

    @Test
    void anEntryLongerThanTheFile() {
      assertEquals(
          "a state file of swtpm without data, or a damaged one",
          refusalOf("02 01 000a 0000 00000013  0001 7fffffff aabbcc"));
      assertEquals(
          "a state file of swtpm without data, or a damaged one",
          refusalOf("02 01 000a 0000 00000013  0001 ffffffff aabbcc"));
    }
  }
}

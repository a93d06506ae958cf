package org.tssj.cli.argument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.tpm20.structure.handle.Handle;

class KeyNameTest {

  @Test
  void isAPersistentHandleAUuidOrAFile() {
    assertEquals(new KeyName.Persistent(Handle.of(0x8101_0010)), KeyName.parse("0x81010010"));
    assertEquals(
        new KeyName.Registered(new UUID(0, 1)),
        KeyName.parse("uuid:00000000-0000-0000-0000-000000000001"));
    assertEquals(new KeyName.Stored("key.pem"), KeyName.parse("key.pem"));
    assertEquals(new KeyName.Stored("0x81"), KeyName.parse("0x81"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x80000000", "0x01500001", "0xffffffff", "uuid:", "uuid:1", ""})
  void refusesWhatBeginsLikeOneAndIsNone(String text) {
    assertThrows(IllegalArgumentException.class, () -> KeyName.parse(text));
  }

  @Test
  void aKeyStaysAtAHandleOrUnderAUuidThatMayBeNew() {
    assertEquals(new KeyName.Persistent(Handle.of(0x8101_0010)), StayingPlace.parse("0x81010010"));
    assertInstanceOf(KeyName.Registered.class, StayingPlace.parse("uuid:new"));
    assertNotEquals(StayingPlace.parse("uuid:new"), StayingPlace.parse("uuid:new"));
    String refused =
        assertThrows(IllegalArgumentException.class, () -> StayingPlace.parse("a.key"))
            .getMessage();
    assertTrue(refused.contains("not \"a.key\""), refused);
  }

  @Test
  void theSecretOfAnEntityIsNeverRepeated() {
    assertEquals(Handle.OWNER, EntitySecret.parse("owner=file:x").entity());
    assertEquals(Handle.of(0x0150_0001), EntitySecret.parse("0x01500001=empty").entity());
    for (String text : new String[] {"hunter2", "owner=hunter2", "me=str:hunter2"}) {
      String refused =
          assertThrows(IllegalArgumentException.class, () -> EntitySecret.parse(text)).getMessage();
      assertTrue(!refused.contains("hunter2"), refused);
    }
  }
}

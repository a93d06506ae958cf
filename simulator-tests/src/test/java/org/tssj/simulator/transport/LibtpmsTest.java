package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.transport.Commands.code;
import static org.tssj.simulator.transport.Commands.octets;
import static org.tssj.simulator.transport.Commands.success;

import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;

/** What only the TPM in this process does. */
@NeedsLibrary("libtpms.so.0")
@Timeout(120)
class LibtpmsTest {

  private static final int TPM_RC_CANCELED = 0x909;

  /** TPM2_CreatePrimary of an RSA 2048 storage key, another one for each {@code unique}. */
  private static byte[] createRsaKey(int unique) {
    return octets(
        "8002 00000047 00000131 40000001 00000009 40000009 0000 00 0000"
            + "0004 0000 0000"
            // rsa, sha256, restricted decrypt; aes-128-cfb, no scheme, 2048, e 65537
            + "001e 0001 000b 00030472 0000 0006 0080 0043 0010 0800 00000000 0004"
            + Bytes.wrap(java.nio.ByteBuffer.allocate(4).putInt(unique).array())
            + "0000 00000000");
  }

  @Test
  void isEitherFamilyOneAfterTheOther() throws IOException {
    for (int round = 0; round < 5; round++) {
      for (Family family : Family.values()) {
        try (TpmTransport transport = Transports.open("libtpms:family=" + family.version())) {
          success(transport, Commands.of(family).getRandom);
        }
      }
    }
  }

  @Test
  void isNewAtEveryOpenWithoutAStateDirectory() throws IOException {
    for (Family family : Family.values()) {
      Commands commands = Commands.of(family);
      String spec = "libtpms:family=" + family.version();
      try (TpmTransport transport = Transports.open(spec)) {
        success(transport, commands.pcrExtend);
      }
      try (TpmTransport transport = Transports.open(spec)) {
        assertEquals(Bytes.zeros(commands.digestSize()), commands.pcr16(transport));
      }
    }
  }

  @Test
  void stillMakesRealKeysForTpm12AfterItsSelfTest() throws IOException {
    // TPM_CreateEndorsementKeyPair is the command that makes a key without an owner; two TPMs that
    // make the same one would have got the self-test's.
    byte[] createEk =
        octets(
            "00c1 00000036 00000078"
                + "22".repeat(20)
                // TPM_KEY_PARMS: RSA, OAEP, no signature; 2048 bits, 2 primes, usual exponent
                + "00000001 0003 0001 0000000c 00000800 00000002 00000000");
    Bytes one;
    Bytes other;
    try (TpmTransport transport = Transports.open("libtpms:family=1.2")) {
      one = success(transport, createEk);
    }
    try (TpmTransport transport = Transports.open("libtpms:family=1.2")) {
      other = success(transport, createEk);
    }
    assertNotEquals(one.slice(0, 280), other.slice(0, 280));
    // The self-test's modulus begins with 9d744cc1.
    assertTrue(!one.toHex().contains("9d744cc1") && !other.toHex().contains("9d744cc1"));
  }

  @Test
  void leavesTheKeysOfOtherThreadsAloneWhileTpm12PowersOn() throws Exception {
    // OpenSSL as libtpms uses it, and as anybody else in this process might.
    NativeLibrary crypto = NativeLibrary.getInstance("libtpms.so.0");
    AtomicBoolean done = new AtomicBoolean();
    FutureTask<List<String>> keys =
        new FutureTask<>(
            () -> {
              try {
                List<String> moduli = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                  moduli.add(modulusOfNewKey(crypto));
                }
                return moduli;
              } finally {
                done.set(true);
              }
            });
    new Thread(keys).start();
    int opened = 0;
    while (!done.get()) {
      Transports.open("libtpms:family=1.2").close();
      opened++;
    }
    assertTrue(opened > 0);
    List<String> moduli = keys.get();
    assertEquals(3, Set.copyOf(moduli).size(), moduli.toString());
    assertTrue(moduli.stream().noneMatch(n -> n.startsWith("9D744CC1")), moduli.toString());
  }

  private static String modulusOfNewKey(NativeLibrary crypto) {
    Pointer exponent = crypto.getFunction("BN_new").invokePointer(new Object[0]);
    crypto.getFunction("BN_set_word").invokeInt(new Object[] {exponent, new NativeLong(65537)});
    Pointer key = crypto.getFunction("RSA_new").invokePointer(new Object[0]);
    assertEquals(
        1,
        crypto
            .getFunction("RSA_generate_key_ex")
            .invokeInt(new Object[] {key, 2048, exponent, null}));
    Pointer modulus = crypto.getFunction("RSA_get0_n").invokePointer(new Object[] {key});
    String hex = crypto.getFunction("BN_bn2hex").invokePointer(new Object[] {modulus}).getString(0);
    crypto.getFunction("RSA_free").invokeVoid(new Object[] {key});
    crypto.getFunction("BN_free").invokeVoid(new Object[] {exponent});
    return hex;
  }

  @Test
  void passesTheFullSelfTestOfTpm12() throws IOException {
    try (TpmTransport transport = Transports.open("libtpms:family=1.2")) {
      // TPM_SelfTestFull
      success(transport, octets("00c1 0000000a 00000050"));
    }
  }

  @Test
  void assertsPhysicalPresenceOnRequestOnly() throws IOException {
    // TSC_PhysicalPresence(HW_ENABLE), TPM_PhysicalEnable; TPM_BAD_PRESENCE.
    byte[] believeHardware = octets("00c1 0000000c 4000000a 0040");
    byte[] enable = octets("00c1 0000000a 0000006f");
    try (TpmTransport transport = Transports.open("libtpms:family=1.2,presence=yes")) {
      success(transport, believeHardware);
      success(transport, enable);
    }
    try (TpmTransport transport = Transports.open("libtpms:family=1.2")) {
      success(transport, believeHardware);
      assertEquals(0x2d, code(transport, enable));
    }
  }

  @Test
  void knowsTheExtendedLocalitiesOfTpm20() throws IOException {
    try (TpmTransport transport = Transports.open("libtpms:family=2.0")) {
      Locality locality = transport.ability(Locality.class).orElseThrow();
      locality.setLocality(32);
      locality.setLocality(255);
      success(transport, Commands.TPM20.getRandom);
      assertThrows(IllegalArgumentException.class, () -> locality.setLocality(31));
      assertThrows(IllegalArgumentException.class, () -> locality.setLocality(256));
    }
  }

  @Test
  void givesUpACommandThatAnotherThreadCancels() throws Exception {
    try (TpmTransport transport = Transports.open("libtpms:family=2.0")) {
      Cancellable running = transport.ability(Cancellable.class).orElseThrow();
      AtomicBoolean done = new AtomicBoolean();
      Thread canceller =
          new Thread(
              () -> {
                while (!done.get()) {
                  try {
                    running.cancel();
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                }
              });
      canceller.start();
      int code;
      try {
        code = code(transport, createRsaKey(1));
      } finally {
        done.set(true);
        canceller.join();
      }
      assertEquals(TPM_RC_CANCELED, code);
      // Not the next one, too.
      success(transport, createRsaKey(1));
    }
  }

  @Test
  void givesUpACommandThatTakesTooLong() throws IOException {
    try (TpmTransport transport = Transports.open("libtpms:family=2.0,timeout=1ms")) {
      var failure =
          assertThrows(
              TpmTransportException.class,
              () -> {
                // On a busy machine a key may be found before the watchdog has had its turn.
                for (int unique = 2; unique < 50; unique++) {
                  transport.exchange(createRsaKey(unique));
                }
              });
      assertEquals(Delivery.SENT, failure.delivery());
      assertTrue(
          failure.getMessage().endsWith("the command took longer than 1 ms and was cancelled"),
          failure.getMessage());
      success(transport, Commands.TPM20.getRandom);
    }
    try (TpmTransport transport = Transports.open("libtpms:family=2.0,timeout=60s")) {
      success(transport, createRsaKey(2));
    }
  }
}

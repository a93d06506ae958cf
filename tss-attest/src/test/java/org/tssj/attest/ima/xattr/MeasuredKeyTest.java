package org.tssj.attest.ima.xattr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.attest.ima.ImaEntry;
import org.tssj.attest.ima.Template;
import org.tssj.attest.testing.Mutations;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

class MeasuredKeyTest {

  private static ImaEntry entry(String name, Bytes buffer) {
    Template template = Template.named("ima-buf").orElseThrow();
    Bytes digest = Bytes.utf8("sha256:\0").concat(Bank.SHA256.hash(buffer));
    return new ImaEntry(
        0,
        10,
        Bytes.zeros(20),
        template,
        List.of(digest, Bytes.utf8(name + "\0"), buffer),
        Bytes.EMPTY);
  }

  @Test
  void isOfTheCertificateThatWasLoaded() {
    Bytes certificate = Vectors.read("ima/ec.der");
    assertEquals(
        Optional.of(new MeasuredKey(".evm", certificate, "CN=ec", "CN=ec", 0xc5547fd6L)),
        MeasuredKey.of(entry(".evm", certificate)));
  }

  @Test
  void isNoneOfAnotherBuffer() {
    assertEquals(
        Optional.empty(), MeasuredKey.of(entry("kexec-cmdline", Bytes.utf8("root=/dev/sda1"))));
    assertEquals(Optional.empty(), MeasuredKey.of(entry(".ima", Bytes.EMPTY)));
    assertEquals(Optional.empty(), MeasuredKey.of(entry(".ima", Bytes.hex("3003020101"))));
  }

  @Test
  void isOneOrNoneWhateverTheBufferIs() {
    Mutations.of(
        Vectors.read("ima/rsa.der"),
        32,
        3000,
        octets ->
            MeasuredKey.of(entry(".ima", octets))
                .ifPresent(key -> assertEquals(octets, key.certificate())));
  }
}

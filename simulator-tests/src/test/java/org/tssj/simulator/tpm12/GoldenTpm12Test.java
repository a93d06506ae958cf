package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.Transports;
import org.tssj.tpm12.LoadedKey;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.counter.ReadCounter;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.command.nv.NvReadValue;
import org.tssj.tpm12.command.storage.Unseal;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.storage.SealedBlob;
import org.tssj.tpm12.structure.time.CounterValue;

/** On the TPM of the native tools we get what the native tools got. */
class GoldenTpm12Test {

  private static final AuthValue WELL_KNOWN = Secret.wellKnown();
  private static final AuthValue PASSWORD = Secret.ofPassword("password");
  private static final PcrBitmap QUOTED = PcrBitmap.of(0, 1, 2, 10, 16);

  private Tpm12 tpm;

  @BeforeEach
  void startFromTheGoldenState(@TempDir Path state) throws IOException {
    Files.write(state.resolve("tpm-00.permall"), golden("tpm-00.permall").toArray());
    tpm = Tpm12.over(Transports.open("libtpms:family=1.2,state=" + state));
  }

  @AfterEach
  void powerOff() throws IOException {
    tpm.close();
  }

  private static Bytes golden(String name) throws IOException {
    try (InputStream in = GoldenTpm12Test.class.getResourceAsStream("golden/" + name)) {
      return Bytes.wrap(in.readAllBytes());
    }
  }

  private Bytes quote(String folder) throws IOException {
    TpmKey identity = TpmKey.CODEC.decode(golden("aik/aik.blob"));
    try (LoadedKey key = tpm.load(Handle.SRK, identity, Authorization.oiap(WELL_KNOWN))) {
      return tpm.execute(new Quote2(key.handle(), golden(folder + "/nonce.bin"), QUOTED, false))
          .sig();
    }
  }

  private void extend(int pcr, String measured) throws IOException {
    tpm.execute(new Extend(pcr, Bank.SHA1.hash(Bytes.utf8(measured))));
  }

  private void extendAll() throws IOException {
    extend(0, "firmware");
    extend(0, "firmware");
    extend(1, "config");
    extend(10, "ima-entry-1");
    extend(16, "debug");
  }

  @Test
  void ourQuoteOfZeroPcrsIsTheirsOctetByOctet() throws IOException {
    assertEquals(golden("quote-zero-pcrs/quote.bin"), quote("quote-zero-pcrs"));
  }

  @Test
  void ourQuoteOfExtendedPcrsIsTheirsOctetByOctet() throws IOException {
    extendAll();
    assertEquals(golden("quote-set-pcrs/quote.bin"), quote("quote-set-pcrs"));
  }

  /** The part of a tpm_sealdata file between its title and the next. */
  private static Bytes part(String file, String title) throws IOException {
    StringBuilder base64 = new StringBuilder();
    boolean inside = false;
    for (String line :
        new String(golden(file).toArray(), StandardCharsets.US_ASCII).lines().toList()) {
      if (line.startsWith("-----")) {
        inside = line.equals("-----" + title + "-----");
      } else if (inside && !line.contains(":")) {
        base64.append(line.strip());
      }
    }
    return Bytes.wrap(Base64.getDecoder().decode(base64.toString()));
  }

  private AuthValue unseal(String file) throws IOException {
    TpmKey key = TpmKey.CODEC.decode(part(file, "TSS KEY"));
    SealedBlob data = SealedBlob.CODEC.decode(part(file, "ENC KEY"));
    try (LoadedKey loaded = tpm.load(Handle.SRK, key, Authorization.oiap(WELL_KNOWN))) {
      return tpm.execute(
              new Unseal(loaded.handle(), data),
              Authorization.oiap(PASSWORD),
              Authorization.oiap(PASSWORD))
          .secret();
    }
  }

  private static AuthValue aesKey(String file) throws IOException {
    String hex = new String(golden(file).toArray(), StandardCharsets.US_ASCII).strip();
    return AuthValue.wrap(Bytes.hex(hex).toArray());
  }

  @Test
  void whatTheySealedWeUnseal() throws IOException {
    assertEquals(aesKey("seal/sealed.blob.aeskey.hex"), unseal("seal/sealed.blob"));
  }

  @Test
  void whatTheySealedToPcrsWeUnsealWhileThoseAreRightOnly() throws IOException {
    var e = assertThrows(TpmResponseException.class, () -> unseal("seal/sealed-pcr.blob"));
    assertEquals("TPM_WRONGPCRVAL", e.name());
    extendAll();
    assertEquals(aesKey("seal/sealed-pcr.blob.aeskey.hex"), unseal("seal/sealed-pcr.blob"));
  }

  @Test
  void theirNvAreaAndCounterAreThere() throws IOException {
    NvIndex index = new NvIndex(0x10);
    assertTrue(tpm.capability(Capability.NV_LIST).contains(index));
    assertEquals(20, tpm.capability(Capability.nvIndex(index)).dataSize());
    assertEquals(
        "OWNERWRITE|OWNERREAD", tpm.capability(Capability.nvIndex(index)).permission().toString());
    assertEquals(
        Bytes.utf8("hello tpm12 nv!!XYZ").concat(Bytes.hex("ff")),
        tpm.execute(new NvReadValue(index, 0, 20), Authorization.oiap(WELL_KNOWN)).data());
    assertEquals(
        List.of(new Handle(0)), tpm.capability(Capability.handles(ResourceType.COUNTER)).handles());
    assertEquals(
        new CounterValue(Bytes.utf8("JAVA"), 1), tpm.execute(new ReadCounter(0)).counterValue());
  }
}

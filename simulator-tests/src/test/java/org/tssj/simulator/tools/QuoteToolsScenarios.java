package org.tssj.simulator.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.tpm12.GoldenFiles;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.structure.attest.QuoteInfo;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.trousers.KeyStoreFile;
import org.tssj.tpm12.trousers.KeyUuid;
import org.tssj.tpm12.trousers.TssBlob;

/** tpm-quote-tools and ours, side by side. */
@NeedsProgram({"tcsd", "swtpm", "tpm_mkaik", "tpm_getquote", "tpm_verifyquote"})
@Timeout(300)
abstract class QuoteToolsScenarios extends TwinScenarios {

  private static final List<String> TOOLS =
      List.of(
          "tpm_mkuuid",
          "tpm_mkaik",
          "tpm_loadkey",
          "tpm_unloadkey",
          "tpm_getpcrhash",
          "tpm_updatepcrhash",
          "tpm_getquote",
          "tpm_verifyquote");

  private static final String RANDOM = "it is random";
  private static final String SAYS_MORE = "ours says what is wrong with the file";
  private static final String VALUE = "00112233445566778899AABBCCDDEEFF00112233";

  @BeforeEach
  void goldenFiles() throws IOException {
    twins().write("aik.uuid", GoldenFiles.read("aik/aik.uuid"));
    twins().write("aik.blob", GoldenFiles.read("aik/aik.blob"));
    twins().write("padded.pub", GoldenFiles.read("aik/aik.pub"));
    twins().write("der.pub", GoldenFiles.read("aik/aik-canonical-der.pub"));
    twins().write("nonce", GoldenFiles.read("quote-zero-pcrs/nonce.bin"));
    twins().write("quote", GoldenFiles.read("quote-zero-pcrs/quote.bin"));
    twins().write("short", Bytes.utf8("short"));
    twins().write("empty", Bytes.EMPTY);
    twins().write("garbage", Bytes.hex("c7".repeat(600)));
  }

  private static Step makesUuid(String file) {
    return Step.of("tpm_mkuuid", "@" + file)
        .viewed(
            file,
            content -> List.of(KeyUuid.read(content).version(), KeyUuid.read(content).variant()),
            RANDOM);
  }

  /** All of a key but its modulus and its private part. */
  private static Object withoutNumbers(Bytes blob) {
    TpmKey key = TpmKey.CODEC.decode(blob);
    return List.of(
        blob.length(),
        blob.slice(0, blob.length() - 2 * 256 - 8),
        key.pubKey().length(),
        key.encData().length());
  }

  private static Step makesIdentity(String blob, String pub, String... more) {
    return Step.of(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("tpm_mkaik"),
                    java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(more),
                        java.util.stream.Stream.of("@" + blob, "@" + pub)))
                .toArray(String[]::new))
        .viewed(blob, QuoteToolsScenarios::withoutNumbers, RANDOM)
        .viewed(
            pub,
            content ->
                List.of(
                    content.slice(0, content.length() - 256),
                    TssBlob.read(content).blob().length()),
            RANDOM);
  }

  private static Step verifiesWhatTheOldToolCannotRead(String pub) {
    String repaired =
        "the old tool cannot read what the old tpm_mkaik wrote; ours reads both forms";
    return Step.of("tpm_verifyquote", pub, "@hash", "@nonce", "@quoted")
        .differs(Step.STATUS, 1, 0, repaired)
        .ignoring(Step.ERR, repaired);
  }

  @Test
  void theySayTheSameAboutThemselves() throws Exception {
    saysTheSameAboutItself(TOOLS, "-q", "-hq", "-qh", "a b c d e f g", "--help");
    for (String tool : TOOLS) {
      same(tool);
      if (!tool.equals("tpm_mkuuid")) {
        same(tool, "@short");
      }
    }
    same("tpm_getquote", "-p");
    same("tpm_loadkey", "-r");
  }

  @Test
  void aQuoteIsTheirsOctetByOctet() throws Exception {
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "@values", "0", "1", "2", "10", "16");
    same("tpm_getquote", "@aik.uuid", "@nonce", "@quoted", "0", "1", "2", "10", "16");
    assertEquals(GoldenFiles.read("quote-zero-pcrs/quote.bin"), twins().ours("quoted"));
    twins()
        .both(
            tpm -> {
              tpm.execute(new Extend(16, Bank.SHA1.hash(Bytes.utf8("measured"))));
              tpm.execute(new Extend(3, Bank.SHA1.hash(Bytes.utf8("measured"))));
            });
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "@values", "16", "3", "3", "017");
    same("tpm_getquote", "@aik.uuid", "@nonce", "@quoted", "16", "3", "3", "-p", "@values");
    same("tpm_getquote", "-p", "@values", "--", "@aik.uuid", "@nonce", "@quoted", "23");
    same("tpm_getquote", "@aik.uuid", "@garbage", "@quoted", "0");
  }

  @Test
  void whatOneMadeTheOtherVerifies() throws Exception {
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "@values", "0", "1", "2", "10", "16");
    same("tpm_getquote", "@aik.uuid", "@nonce", "@quoted", "0", "1", "2", "10", "16");
    twins().exchange("hash", "quoted");
    assertEquals(0, same("tpm_verifyquote", "@der.pub", "@hash", "@nonce", "@quoted").status());
    assertEquals(
        0,
        same(Step.of("tpm_verifyquote", "@der.pub", "@hash", "@nonce")
                .with(twins().theirs("quoted")))
            .status());
    same(verifiesWhatTheOldToolCannotRead("@padded.pub"));
    twins().write("other", Bytes.zeros(20));
    assertEquals(1, same("tpm_verifyquote", "@der.pub", "@hash", "@other", "@quoted").status());
    assertEquals(1, same("tpm_verifyquote", "@der.pub", "@hash", "@nonce", "@empty").status());
    same("tpm_verifyquote", "@der.pub", "@hash", "@nonce", "@short");
    same("tpm_verifyquote", "@der.pub", "@hash", "@nonce");
    same("tpm_verifyquote", "@der.pub", "@hash", "@nonce", "@missing");
    same("tpm_verifyquote", "@der.pub", "@hash", "@missing", "@quoted");
    same("tpm_verifyquote", "@der.pub", "@missing", "@nonce", "@quoted");
    same("tpm_verifyquote", "@missing", "@hash", "@nonce", "@quoted");
    same("tpm_verifyquote", "@der.pub", "@hash", "@short", "@quoted");
    same("tpm_verifyquote", "@der.pub", "@short", "@nonce", "@quoted");
    same("tpm_verifyquote", "@der.pub", "@garbage", "@nonce", "@quoted");
    same(
        Step.of("tpm_verifyquote", "@garbage", "@hash", "@nonce", "@quoted")
            .viewedText(Step.ERR, text -> text.lines().findFirst(), SAYS_MORE));
    same(
        Step.of("tpm_verifyquote", "@empty", "@hash", "@nonce", "@quoted")
            .viewedText(Step.ERR, text -> text.lines().findFirst(), SAYS_MORE));
  }

  @Test
  void whatIsNoQuote() throws Exception {
    same("tpm_getpcrhash", "@missing", "@hash", "@values", "0");
    same("tpm_getpcrhash", "@short", "@hash", "@values", "0");
    same("tpm_getpcrhash", "@nonce", "@hash", "@values", "0");
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "@values", "x");
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "@values", "0x5");
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "@values", "");
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "@values", "--", "-1");
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "@values", "-1");
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "@values", "24");
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "@values", "99");
    same("tpm_getpcrhash", "@aik.uuid", "/nowhere/hash", "@values", "0");
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "/nowhere/values", "0");
    same("tpm_getquote", "@aik.uuid", "@missing", "@quoted", "0");
    same("tpm_getquote", "@aik.uuid", "@short", "@quoted", "0");
    same("tpm_getquote", "@aik.uuid", "@empty", "@quoted", "0");
    same("tpm_getquote", "@aik.uuid", "@nonce", "/nowhere/quoted", "0");
    same("tpm_getquote", "-p", "/nowhere/values", "@aik.uuid", "@nonce", "@quoted", "0");
    String wraps = "the old tool takes the number modulo 2^32, so for another PCR";
    twins().onlyTheirs(Step.of("tpm_getpcrhash", "@aik.uuid", "@h", "@v", "4294967296"));
    assertEquals(
        1,
        twins().onlyOurs(Step.of("tpm_getpcrhash", "@aik.uuid", "@h", "@v", "4294967296")).status(),
        wraps);
  }

  @Test
  void aKeyIsMadeRegisteredUsedAndForgotten() throws Exception {
    same(makesUuid("uuid"));
    same(makesIdentity("blob", "pub", "-z"));
    same("tpm_loadkey", "@blob", "@uuid");
    same("tpm_loadkey", "@blob", "@uuid");
    same(
        Step.of("tpm_getquote", "@uuid", "@nonce", "@quoted", "0", "17")
            .viewed("quoted", Bytes::length, "the keys differ"));
    same("tpm_getpcrhash", "@uuid", "@hash", "@values", "0", "17");
    same(verifiesWhatTheOldToolCannotRead("@pub"));

    twins().exchange("uuid", "blob", "pub", "quoted");
    same("tpm_loadkey", "@blob", "@uuid");
    same(
        Step.of("tpm_getquote", "@uuid", "@nonce", "@mine", "0", "17")
            .viewed("mine", Bytes::length, "the keys differ"));
    assertEquals(twins().theirs("quoted"), twins().theirs("mine"), "our key, quoting for them");
    assertEquals(twins().ours("quoted"), twins().ours("mine"), "their key, quoting for us");
    same("tpm_unloadkey", "@uuid");
    same("tpm_unloadkey", "@uuid");
    same("tpm_getquote", "@uuid", "@nonce", "@mine", "0");
  }

  @Test
  void registeredKeysAreKeptAsTcsdKeepsThem() throws Exception {
    same("tpm_unloadkey", "@aik.uuid");
    assertEquals(twins().theirKeys(), twins().ourKeys());
    same("tpm_loadkey", "@aik.blob", "@aik.uuid");
    assertEquals(withoutVendors(twins().theirKeys()), twins().ourKeys());
  }

  /** Without the name that trousers' library leaves beside a key that it registers. */
  private static Bytes withoutVendors(Bytes file) {
    KeyStoreFile keys = KeyStoreFile.read(file);
    return new KeyStoreFile(
            keys.order(), keys.keys().stream().map(key -> key.withVendorData(Bytes.EMPTY)).toList())
        .write();
  }

  @Test
  void whatIsNoKey() throws Exception {
    same(makesUuid("uuid"));
    same("tpm_mkuuid", "/nowhere/uuid");
    same("tpm_loadkey", "@missing", "@uuid");
    same("tpm_loadkey", "@aik.blob", "@missing");
    same("tpm_loadkey", "@aik.blob", "@short");
    same("tpm_unloadkey", "@missing");
    same("tpm_unloadkey", "@short");
    same("tpm_unloadkey", "@uuid");
    Bytes blob = GoldenFiles.read("aik/aik.blob");
    twins().write("cut", blob.slice(0, blob.length() - 1));
    twins().write("changed", blob.slice(0, blob.length() - 4).concat(Bytes.zeros(4)));
    same("tpm_loadkey", "@changed", "@uuid");
    same(
        Step.of("tpm_loadkey", "@cut", "@uuid")
            .viewedText(Step.ERR, text -> text.lines().findFirst(), SAYS_MORE));
    for (String file : List.of("garbage", "empty", "padded.pub")) {
      Step step = Step.of("tpm_loadkey", "@" + file, "@uuid");
      assertTrue(Set.of(1, 139).contains(twins().onlyTheirs(step).status()), "it crashes");
      Outcome ours = twins().onlyOurs(step);
      assertEquals(1, ours.status());
      assertTrue(
          ours.err().startsWith("Error while loading key blob. Error code: TSS_E_BAD_PARAMETER\n"),
          ours.err());
    }
  }

  @Test
  void identitiesThatCannotBeMade() throws Exception {
    String itsPca =
        "the old tool fails where it has the TPM make a key for a privacy CA, over the one secret"
            + " that takes; ours where it makes the identity, over the owner's";
    same("tpm_mkaik", "-z", "/nowhere/blob", "@pub");
    same(
        Step.of("tpm_mkaik", "@blob", "@pub")
            .typed("wrong", "wrong")
            .viewedText(Step.ERR, QuoteToolsScenarios::withoutPrivacyCa, itsPca));
    same(
        Step.of("tpm_mkaik", "-u", "@blob", "@pub")
            .typed("wrong", "wrong")
            .viewedText(Step.ERR, QuoteToolsScenarios::withoutPrivacyCa, itsPca));
  }

  private static String withoutPrivacyCa(String text) {
    return text.replace("creating PCA key in TPM", "generating new key").replace("0x1d", "0x1");
  }

  @Test
  void hashesAreUpdated() throws Exception {
    same("tpm_getpcrhash", "@aik.uuid", "@hash", "@values", "0", "1", "2", "10", "16");
    same("tpm_updatepcrhash", "@hash", "@values", "@same");
    assertEquals(twins().ours("hash"), twins().ours("same"));
    List<String> lists =
        List.of(
            "0=" + VALUE,
            "0 = " + VALUE,
            "0=" + VALUE.toLowerCase(java.util.Locale.ROOT) + " and more",
            "16=" + VALUE + "\n0=" + VALUE + "\n",
            "23=" + VALUE,
            "",
            "x=1",
            "24=" + VALUE,
            "0:" + VALUE,
            "0=11",
            "0=zz" + VALUE.substring(2),
            "0=" + VALUE + "44",
            "0=" + VALUE + "\n0=" + VALUE,
            "\n",
            "=" + VALUE);
    for (String list : lists) {
      twins().write("list", Bytes.utf8(list));
      same("tpm_updatepcrhash", "@hash", "@list", "@updated");
    }
    same("tpm_updatepcrhash", "@missing", "@values", "@updated");
    same("tpm_updatepcrhash", "@hash", "@missing", "@updated");
    same("tpm_updatepcrhash", "@short", "@values", "@updated");
    same("tpm_updatepcrhash", "@garbage", "@values", "@updated");
    same("tpm_updatepcrhash", "@hash", "@values", "/nowhere/updated");
  }

  @Test
  void aQuoteOfTheOlderFormIsVerifiedAndUpdated() throws Exception {
    Bytes info =
        QuoteInfo.CODEC.encode(
            new QuoteInfo(StructVer.V1_1, Bytes.hex("5a".repeat(20)), Bytes.zeros(20)));
    twins().write("info", info);
    same("tpm_verifyquote", "@der.pub", "@info", "@nonce", "@quote");
    twins().write("list", Bytes.utf8("1=" + VALUE + "\n"));
    Outcome ours = twins().onlyOurs(Step.of("tpm_updatepcrhash", "@info", "@list", "@updated"));
    assertEquals(0, ours.status(), "the old tool hashes a selection it never filled in");
    // SHA-1 over the selection 0002 0200, the size 00000014 and the value.
    assertEquals(
        Bank.SHA1.hash(Bytes.hex("0002 0200 00000014" + VALUE)),
        QuoteInfo.CODEC.decode(twins().ours("updated")).digestValue());
  }
}

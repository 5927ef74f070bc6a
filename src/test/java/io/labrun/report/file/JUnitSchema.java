package io.labrun.report.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The grammar of JUnit reports; {@code file} and {@code line} of a case are looked at apart. */
public final class JUnitSchema {
  private JUnitSchema() {}

  /** The report as a document, once it was found to be as the grammar says. */
  public static Document valid(String report) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(report)));
      Document bare = (Document) document.cloneNode(true);
      for (Element one : all(bare, "testcase")) {
        one.removeAttribute("file");
        one.removeAttribute("line");
      }
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(Path.of("src/test/resources/schema/junit.xsd").toFile())
          .newValidator()
          .validate(new DOMSource(bare));
      return document;
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(e.getMessage() + "\n" + report, e);
    }
  }

  /** All elements of a name. */
  public static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> out = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      out.add((Element) found.item(i));
    }
    return out;
  }
}

/* The floor of reading: libxml2 reads every file once and calls back, and nothing is kept.
 *
 * usage: sax LIST     LIST holds one path a line
 * build: gcc -O2 sax.c -o sax $(xml2-config --cflags --libs)
 *
 * Prints what was counted, so that a run that read nothing is seen. Leaves with 1 when a file
 * was not well-formed and with 2 when one could not be read. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

static unsigned long elements, attributes, characters, ends;

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces, int count, int defaulted,
                          const xmlChar **values) {
  (void)context, (void)name, (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
  (void)defaulted, (void)values;
  elements += 1;
  attributes += (unsigned long)count;
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)context, (void)name, (void)prefix, (void)uri;
  ends += 1;
}

static void text(void *context, const xmlChar *bytes, int count) {
  (void)context, (void)bytes;
  characters += (unsigned long)count;
}

/* Taken in silence: whether a file is well-formed is asked once it is read. */
static void error(void *context, xmlErrorPtr what) { (void)context, (void)what; }

static char *buffer;
static size_t capacity;

/* The whole file in a buffer that is used again. Returns the number of bytes, or -1. */
static long read_file(const char *path) {
  int file = open(path, O_RDONLY);
  struct stat about;
  if (file < 0) return -1;
  if (fstat(file, &about) != 0 || about.st_size > 0x7FFFFFFF) return close(file), -1;
  size_t size = (size_t)about.st_size, have = 0;
  if (size > capacity) {
    free(buffer);
    capacity = size + size / 2;
    buffer = malloc(capacity);
    if (buffer == NULL) abort();
  }
  while (have < size) {
    ssize_t got = read(file, buffer + have, size - have);
    if (got <= 0) break;
    have += (size_t)got;
  }
  close(file);
  return (long)have;
}

int main(int count, char **arguments) {
  FILE *list = count == 2 ? fopen(arguments[1], "r") : NULL;
  if (list == NULL) {
    fprintf(stderr, "usage: sax LIST\n");
    return 2;
  }
  LIBXML_TEST_VERSION
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  if (context == NULL) abort();

  /* The library's own callbacks stay for the document and its DTD, as entities are looked up
   * there; those that would build a tree are ours. */
  xmlSAXVersion(context->sax, 2);
  context->sax->startElementNs = start_element;
  context->sax->endElementNs = end_element;
  context->sax->characters = text;
  context->sax->ignorableWhitespace = text;
  context->sax->cdataBlock = text;
  context->sax->reference = NULL;
  context->sax->comment = NULL;
  context->sax->processingInstruction = NULL;
  context->sax->serror = error;

  unsigned long files = 0, bytes = 0, broken = 0, unread = 0;
  char *path = NULL;
  size_t room = 0;
  ssize_t length;
  while ((length = getline(&path, &room, list)) > 0) {
    if (path[length - 1] == '\n') path[length - 1] = 0;
    long size = read_file(path);
    if (size < 0) {
      perror(path);
      unread += 1;
      continue;
    }
    xmlFreeDoc(xmlCtxtReadMemory(context, buffer, (int)size, path, NULL, XML_PARSE_NONET | XML_PARSE_NOENT));
    if (!context->wellFormed) broken += 1;
    files += 1;
    bytes += (unsigned long)size;
  }
  printf("files=%lu bytes=%lu elements=%lu attributes=%lu characters=%lu broken=%lu\n", files, bytes, elements,
         attributes, characters, broken);
  return unread > 0 ? 2 : broken > 0 ? 1 : 0;
}

# HTML on standard input, PDF/A-3b on standard output. Exit code 3: this Python has no WeasyPrint.
import sys

try:
    import resource
    from weasyprint import HTML
except ImportError:
    sys.exit(3)

resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))


def refuse(url, *others):
    raise ValueError('nothing is fetched')


document = HTML(string=sys.stdin.buffer.read().decode('utf-8'), url_fetcher=refuse).render()
try:
    pdf = document.write_pdf(pdf_variant='pdf/a-3b')
except TypeError:
    # Before version 58.
    pdf = document.write_pdf(variant='pdf/a-3b')
sys.stdout.buffer.write(pdf)
